import type { Kind } from '../kinds.ts'
import { paintBridge } from './built/bridge.ts'
import { paintFence, paintGate, paintLamp, paintWires } from './built/frames.ts'
import { paintHouse } from './built/house.ts'
import { paintLighthouse } from './built/lighthouse.ts'
import { paintPier } from './built/pier.ts'
import { paintRail } from './built/rail.ts'
import { paintRoad } from './built/road.ts'
import { paintSkyline, paintTower } from './built/skyline.ts'
import { paintStairs } from './built/stairs.ts'
import { paintStation } from './built/station.ts'
import { paintTrain } from './built/train.ts'
import { paintWall } from './built/wall.ts'
import type { Ramp } from './core/colour.ts'
import type { Studio } from './core/studio.ts'
import { paintGround, type Soil, soilTones } from './land/ground.ts'
import { paintMountain } from './land/mountains.ts'
import { paintField, paintFlowerPatch } from './land/patches.ts'
import { paintCliff, paintRock } from './land/rocks.ts'
import type { Placed, Plan } from './read/plan.ts'
import { paintBroadleaf } from './trees/broadleaf.ts'
import { paintBush } from './trees/bush.ts'
import { paintPine } from './trees/conifer.ts'
import { paintForest } from './trees/forest.ts'
import { paintBamboo, paintPalm } from './trees/palm.ts'
import { paintBoat } from './water/boats.ts'
import { paintWaterfall } from './water/waterfall.ts'
import { paintOpenWater, paintPaddy, paintSurf } from './water/wet.ts'

export type Page = { plan: Plan; snow: Ramp | null }

type Painter = (s: Studio, p: Placed, page: Page) => void

/** 0 the farthest ridge .. 1 the nearest. */
function rank(p: Placed, page: Page): number {
  const ridges = page.plan.placed.filter((q) => q.thing.kind === 'mountain')
  return ridges.length < 2 ? 0.4 : ridges.indexOf(p) / (ridges.length - 1)
}

const waterAt = (s: Studio) => (x: number, y: number) =>
  x >= 0 && y >= 0 && x < s.w && y < s.h && s.lie[Math.floor(y) * s.w + Math.floor(x)] === 1 ? 1 : 0

function ground(s: Studio, p: Placed, page: Page, soil: Soil) {
  const { regions } = page.plan
  const place = regions.indexOf(p)
  const nearness = place < 0 ? 1 : (place + 1) / regions.length
  const lies = s.script.snowy && soil !== 'paved' ? 'snow' : soil
  paintGround(s, {
    key: p.thing.key,
    paths: p.paths,
    top: p.top,
    soil: lies,
    tint: p.thing.tint,
    flowers: nearness > 0.6,
    nearness,
  })
}

const onGround =
  (soil: Soil): Painter =>
  (s, p, page) =>
    ground(s, p, page, soil)

const water: Painter = (s, p, page) => paintOpenWater(s, p, page.plan.placed)

const painters: Partial<Record<Kind, Painter>> = {
  mountain: (s, p, page) => paintMountain(s, p, rank(p, page)),
  hill: onGround('meadow'),
  ground: (s, p, page) => ground(s, p, page, s.paved ? 'paved' : 'meadow'),
  field: (s, p, page) => (p.top ? ground(s, p, page, 'field') : paintField(s, p)),
  grass: onGround('meadow'),
  shore: (s, p, page) => {
    ground(s, p, page, 'sand')
    if (p.top) paintSurf(s, p)
  },
  paddy: (s, p, page) => {
    if (p.top) ground(s, p, page, 'field')
    paintPaddy(s, p)
  },
  cliff: paintCliff,
  rock: paintRock,
  forest: (s, p, page) => paintForest(s, p, page.snow),
  broadleaf: paintBroadleaf,
  cherry: paintBroadleaf,
  pine: (s, p, page) => paintPine(s, p, page.snow),
  palm: paintPalm,
  bamboo: paintBamboo,
  bush: paintBush,
  flowers: paintFlowerPatch,
  sea: water,
  lake: water,
  river: water,
  waterfall: paintWaterfall,
  boat: (s, p) =>
    paintBoat(s, p, waterAt(s)((p.thing.box.x0 + p.thing.box.x1) / 2, p.thing.box.y1 + 3 * s.u) > 0),
  pier: (s, p) => paintPier(s, p, waterAt(s)),
  bridge: (s, p) => paintBridge(s, p, waterAt(s)),
  road: paintRoad,
  path: paintRoad,
  rail: paintRail,
  station: paintStation,
  wall: paintWall,
  house: paintHouse,
  farmhouse: paintHouse,
  roof: paintHouse,
  gate: paintGate,
  skyline: paintSkyline,
  tower: paintTower,
  lighthouse: paintLighthouse,
  wires: paintWires,
  lamp: paintLamp,
  fence: paintFence,
  stairs: paintStairs,
  train: paintTrain,
}

export function paintThing(s: Studio, p: Placed, page: Page) {
  painters[p.thing.kind]?.(s, p, page)
}

export const snowFor = (s: Studio): Ramp | null => (s.script.snowy ? soilTones(s, 'snow') : null)
