import type { Kind } from '../kinds.ts'
import { hex, mix, type RGB } from './core/colour.ts'
import { cover } from './core/mask.ts'
import { lay, type Studio } from './core/studio.ts'
import type { Placed } from './read/plan.ts'
import { profile, under } from './read/profile.ts'
import { wholePage } from './sky/sky.ts'

const FLATS: Partial<Record<Kind, string>> = {
  sun: '#fff4c8',
  moon: '#f4f2e0',
  cumulus: '#f4f8fc',
  stormcloud: '#7a8498',
  cirrus: '#e8f0f8',
  mountain: '#7ca0c0',
  hill: '#6aa84e',
  forest: '#3f7a44',
  broadleaf: '#4a9244',
  cherry: '#eeaec4',
  pine: '#1f5a42',
  bush: '#5a9c48',
  field: '#9ac85c',
  paddy: '#86b864',
  rock: '#94929a',
  cliff: '#a89884',
  river: '#5aa4c4',
  lake: '#5aa4c4',
  sea: '#3f86b4',
  waterfall: '#cfe8f4',
  shore: '#e6cf9c',
  boat: '#8a5a50',
  pier: '#a87c60',
  road: '#8a8c94',
  path: '#dcc492',
  rail: '#a8927c',
  station: '#b8947a',
  bridge: '#c86a54',
  wall: '#b4aca0',
  house: '#ece0cc',
  farmhouse: '#cdb48c',
  roof: '#b05a44',
  gate: '#d24a34',
  skyline: '#8a98b4',
  tower: '#98a0b0',
  lighthouse: '#f4ece4',
  stairs: '#b0aca8',
  train: '#f0e0c8',
  ground: '#6aa84e',
  grass: '#6aa84e',
  palm: '#4a9248',
  bamboo: '#7cb058',
}

const flatOf = (s: Studio, p: Placed): RGB => {
  const own = hex(
    s.script.snowy && (p.thing.kind === 'hill' || p.thing.kind === 'ground' || p.thing.kind === 'field')
      ? '#dce8f6'
      : (FLATS[p.thing.kind] ?? '#a0a0a0'),
  )
  const c = p.thing.tint ? mix(own, p.thing.tint, 0.5) : own
  return p.z < 100 ? mix(c, s.script.lit([1, 1, 1], 1), 0.2) : s.script.lit(c, 0.75)
}

/** Flat colours of the things not painted yet: the sketch under a painting. Over a given picture, in place. */
export function blockIn(s: Studio, placed: Placed[]) {
  for (const p of placed) {
    const flat = flatOf(s, p)
    const paths =
      p.thing.kind === 'mountain'
        ? [
            under(
              profile(
                p.thing.lines.map((l) => l.path),
                s.w,
              ),
              Math.max(s.horizon, p.thing.box.y1),
            ),
          ]
        : p.paths
    const m = cover(paths, s.w, s.h)
    if (!m) continue
    lay(s, m, (_, __, out) => {
      out.set(flat)
      return 1
    })
  }
}

/** The whole page in its first washes: sky, then ground. */
export function blockInGround(s: Studio, ground: RGB) {
  const { sky } = s.script
  lay(s, wholePage(s), (_, y, out) => {
    if (y > s.horizon) {
      out.set(ground)
      return 1
    }
    const i = Math.floor(Math.min(1, y / s.horizon) * 2047) * 3
    out[0] = sky[i]!
    out[1] = sky[i + 1]!
    out[2] = sky[i + 2]!
    return 1
  })
}

export const baseFlat = (s: Studio, base: string): RGB =>
  s.script.lit(
    hex(
      base === 'sea'
        ? '#3f86b4'
        : base === 'snow'
          ? '#dce8f6'
          : base === 'sand'
            ? '#e6cf9c'
            : base === 'paved'
              ? '#9a9ca4'
              : '#6aa84e',
    ),
    0.75,
  )
