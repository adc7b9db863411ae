import { Stopped } from '../../generator.ts'
import type { Mark, Scene } from '../scene.ts'
import { chooseBase, paintBase } from './base.ts'
import { baseFlat, blockIn, blockInGround } from './blockin.ts'
import { bakeBrush } from './core/brush.ts'
import { finish } from './core/finish.ts'
import { bakeNoise } from './core/noise.ts'
import { copyPic, newPic, type Pixels, toPixels } from './core/pic.ts'
import { hash } from './core/rand.ts'
import { type Studio, shineLamps } from './core/studio.ts'
import { paintHeavens, paintInSky } from './heavens.ts'
import { type Placed, planScene } from './read/plan.ts'
import { gatherThings, type Thing } from './read/things.ts'
import { type Over, paintStrokes, splitRetouch } from './retouch.ts'
import { chooseMood, lightOf } from './script/mood.ts'
import { makeScript } from './script/script.ts'
import { type Page, paintThing, snowFor } from './things.ts'
import { paintDrift, paintHaze, paintLightning, paintRain, paintSnowfall } from './weather/falls.ts'

export type { Pixels } from './core/pic.ts'
export type { Over } from './retouch.ts'
export type Stage = 'blockin' | 'masses' | 'detail' | 'light'

export type PaintOptions = {
  width: number
  height: number
  /** 32 bit. */
  seed: number
  /** 0 is the plain one; others vary light, weather details and texture, never the composition. */
  variation: number
  /** How closely edges keep to the pen: 0 (freely) to 1 (to the line). */
  follow: number
  /** A second pass: works over an earlier take, with its reading and its seeds. */
  over?: Over
  /** The painting as it grows. */
  onStage?: (stage: Stage, done: number, of: number, picture: Pixels) => void | Promise<void>
  /** Asked between layers; when true, `paint` throws `Stopped`. */
  stopped?: () => boolean
}

function makeStudio(scene: Scene, things: Thing[], horizon: number, o: PaintOptions): Studio {
  const { seed, variation } = o.over ?? o
  const { width: w, height: h } = o
  const choice = chooseMood(scene.mood, things, h)
  const script = makeScript(choice.hour, choice.season, choice.weather, variation, seed)
  const u = Math.sqrt((w * h) / (1024 * 576))
  const side = hash(seed, 'side') % 2 ? 1 : -1
  return {
    pic: newPic(w, h),
    w,
    h,
    u,
    horizon,
    script,
    // Baked after the first preview: the block-in does without texture and comes sooner.
    noise: { at: () => 0 },
    brush: { fine: () => 0, broad: () => 0 },
    light: lightOf(things, w, h, script.sunHeight, side),
    follow: Math.min(1, Math.max(0, o.follow)),
    seed,
    variation,
    paved: false,
    fine: u > 1.5 || o.over !== undefined,
    lamps: [],
    lie: new Uint8Array(w * h),
  }
}

/** One layer; `painted` of the placed things are done after it. */
type Step = { stage: Stage; show: boolean; painted: number; paint: () => void }

/** The painting's layers, far to near. */
function stepsOf(s: Studio, page: Page, scene: Scene, retouch: Mark[]): Step[] {
  const { placed } = page.plan
  const kinds = new Set(placed.map((p) => p.thing.kind))
  const base = chooseBase(scene.wanted, kinds, s.script.snowy)
  s.paved = base === 'paved'
  const steps: Step[] = []
  let painted = 0
  const add = (stage: Stage, show: boolean, paint: () => void) => steps.push({ stage, show, painted, paint })
  const addThings = (stage: Stage, list: Placed[], shows: number, paint: (p: Placed) => void) =>
    list.forEach((p, i) => {
      painted++
      add(stage, i > 0 && i % Math.ceil(list.length / shows) === 0, () => paint(p))
    })
  add('blockin', true, () => blockInGround(s, baseFlat(s, base)))
  add('masses', false, () => {
    s.noise = bakeNoise(hash(s.seed, 'noise'))
    s.brush = bakeBrush(hash(s.seed, 'brush'), s.u)
  })
  add('masses', false, () => paintHeavens(s, placed))
  addThings(
    'masses',
    placed.filter((p) => p.z < 100),
    1,
    (p) => paintInSky(s, p),
  )
  add('masses', true, () => paintLightning(s))
  addThings(
    'masses',
    placed.filter((p) => p.z >= 100 && p.z < 200),
    1,
    (p) => paintThing(s, p, page),
  )
  add('masses', true, () => paintBase(s, page, base))
  addThings(
    'detail',
    placed.filter((p) => p.z >= 200),
    4,
    (p) => paintThing(s, p, page),
  )
  if (retouch.length > 0)
    add('detail', true, () => paintStrokes(s, retouch, s.w / scene.width, s.h / scene.height))
  add('light', true, () => paintAir(s, kinds))
  add('light', false, () => finish(s))
  return steps
}

/** What lies over everything: drifting leaves, haze, the glow of lamps, rain and snow. */
function paintAir(s: Studio, kinds: ReadonlySet<string>) {
  paintDrift(s, kinds)
  paintHaze(s)
  shineLamps(s)
  if (s.script.wet) paintRain(s)
  if (s.script.weather === 'snow') paintSnowfall(s)
}

const breathe = () => new Promise<void>((done) => setImmediate(done))

/** The picture so far, with what is still to be painted blocked in over it. */
function preview(s: Studio, placed: Placed[], painted: number): Pixels {
  const over = { ...s, pic: copyPic(s.pic) }
  blockIn(over, placed.slice(painted))
  return toPixels(over.pic)
}

export async function paint(drawn: Scene, options: PaintOptions): Promise<Pixels> {
  const { scene, paint: retouch } = options.over
    ? splitRetouch(drawn, options.over)
    : { scene: drawn, paint: [] }
  const { width: w, height: h } = options
  const things = gatherThings(scene.marks, w / scene.width, h / scene.height, w, h)
  const plan = planScene(things, w, h)
  const s = makeStudio(scene, things, plan.horizon, options)
  const page: Page = { plan, snow: snowFor(s) }
  const steps = stepsOf(s, page, scene, retouch)
  for (const [i, step] of steps.entries()) {
    if (options.stopped?.()) throw new Stopped('stopped')
    step.paint()
    if (step.show && options.onStage)
      await options.onStage(step.stage, i + 1, steps.length, preview(s, plan.placed, step.painted))
    await breathe()
  }
  const picture = toPixels(s.pic)
  await options.onStage?.('light', steps.length, steps.length, picture)
  return picture
}
