import type { Kind } from '../../kinds.ts'
import { type Path, signedArea } from '../core/mask.ts'
import { bandPaths } from './bands.ts'
import { extended, meanOf, type Profile, profile, spanOf, under } from './profile.ts'
import { silhouette } from './silhouette.ts'
import type { Thing } from './things.ts'

/** A thing with its area and its place in the painting order (low = far = first). */
export type Placed = {
  thing: Thing
  z: number
  /** Its area. */
  paths: Path[]
  /** Regions only: their upper edge over every column. */
  top: Profile | null
  /** Where it stands, or where a flat thing begins. */
  base: number
}

const SKY: Partial<Record<Kind, number>> = {
  sky: 0,
  stars: 1,
  cirrus: 2,
  sun: 3,
  moon: 3,
  stormcloud: 5,
  cumulus: 5,
}
const CLOUDS: ReadonlySet<Kind> = new Set(['cumulus', 'stormcloud'])
const FAR: ReadonlySet<Kind> = new Set(['mountain', 'skyline'])
const REGIONS: ReadonlySet<Kind> = new Set(['hill', 'ground', 'field', 'grass', 'sea', 'shore', 'paddy'])
const FLAT: ReadonlySet<Kind> = new Set([
  'lake',
  'river',
  'road',
  'path',
  'rail',
  'field',
  'paddy',
  'grass',
  'flowers',
  'shore',
  'sea',
])
const BANDS: ReadonlySet<Kind> = new Set(['river', 'road', 'path', 'rail', 'waterfall', 'stairs', 'pier'])
const STANDS: ReadonlySet<Kind> = new Set([
  'broadleaf',
  'pine',
  'palm',
  'bamboo',
  'cherry',
  'bush',
  'forest',
  'rock',
  'house',
  'farmhouse',
  'lamp',
  'fence',
  'gate',
  'station',
  'train',
  'boat',
  'wall',
])
/** Kinds whose loose fragments are read by their reach; built things are read as boxes. */
const ORGANIC: ReadonlySet<Kind> = new Set([
  'cumulus',
  'stormcloud',
  'cirrus',
  'bush',
  'rock',
  'lake',
  'flowers',
  'sun',
  'moon',
  'forest',
  'field',
  'paddy',
  'bamboo',
  'broadleaf',
  'cherry',
  'pine',
  'palm',
])
/** Among flat things at one place: what lies on what. */
const LIES_ON: Partial<Record<Kind, number>> = {
  river: 1,
  lake: 1,
  sea: 1,
  paddy: 0.5,
  path: 2,
  road: 3,
  rail: 4,
}

/** Lines that only decorate (waves, tufts) do not shape an upper edge. */
function edgeLines(t: Thing): Path[] {
  const widest = Math.max(...t.lines.map((l) => l.box.x1 - l.box.x0))
  return t.lines.filter((l) => l.box.x1 - l.box.x0 > widest * 0.3).map((l) => l.path)
}

type Page = { w: number; h: number }

/** An open line that means the upper edge of a region which runs to the foot of the page. */
function regionOf(t: Thing, page: Page): { top: Profile; paths: Path[] } | null {
  const closed = t.lines.filter((l) => l.closed)
  if (closed.length > 0) {
    const paths = closed.map((l) => l.path)
    return { top: profile(paths, page.w), paths }
  }
  const raw = profile(edgeLines(t), page.w)
  const span = spanOf(raw)
  if (!span || span[1] - span[0] < page.w * 0.12) return null
  const top = extended(raw, page.w * 0.14)
  const full = spanOf(top)!
  if (t.kind === 'hill' && full[1] - full[0] < page.w * 0.9) {
    const ends = Math.max(top[full[0]]!, top[full[1]]!)
    return { top, paths: [under(top, Math.min(ends + page.h * 0.02, page.h + 4))] }
  }
  return { top, paths: [under(top, page.h + 4)] }
}

/** Where the ground begins when seen to its end. */
export function findHorizon(things: Thing[], page: Page): number {
  const wide: number[] = []
  const feet: number[] = []
  for (const t of things) {
    const span = (t.box.x1 - t.box.x0) / page.w
    if (REGIONS.has(t.kind) && span > 0.45) {
      const top = profile(edgeLines(t), page.w)
      // Behind a hill the plain does not show higher than the hill's own foot.
      const y = t.kind === 'hill' ? lowestOf(top) : meanOf(top)
      if (Number.isFinite(y)) wide.push(y)
    } else if (FAR.has(t.kind)) {
      const first = t.lines[0]!.path
      // A mountain closed along its foot says where the plain begins.
      if (t.kind === 'mountain' && t.lines.some((l) => l.closed) && span > 0.5) wide.push(t.box.y1)
      feet.push(Math.max(first[1]!, first.at(-1)!))
    } else if (t.kind === 'forest') feet.push(t.box.y1)
    else if (BANDS.has(t.kind) && t.kind !== 'waterfall') feet.push(t.box.y0)
  }
  // Nothing stands in the sky.
  const standing = things.filter((t) => STANDS.has(t.kind)).map((t) => t.box.y1 - 0.03 * page.h)
  const y =
    wide.length > 0 ? Math.min(...wide) : Math.min(feet.length > 0 ? middle(feet) : page.h * 0.6, ...standing)
  return Math.min(Math.max(y, page.h * 0.16), page.h * 0.9)
}

const lowestOf = (top: Profile) => top.reduce((most, v) => (v > most ? v : most), Number.NEGATIVE_INFINITY)

const middle = (v: number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)]!

function areaPaths(t: Thing, page: Page, horizon: number): Path[] {
  if (BANDS.has(t.kind)) return bandPaths(t, page, horizon)
  if (t.kind === 'cliff') return cliffPaths(t, page)
  // Open arcs of a cloud mean what lies under them, down to its flat foot.
  if (CLOUDS.has(t.kind) && !t.lines.some((l) => l.closed)) {
    const dome = under(
      profile(
        t.lines.map((l) => l.path),
        page.w,
      ),
      t.box.y1,
    )
    if (dome.length >= 12) return [dome]
  }
  const shape = silhouette(t.lines, ORGANIC.has(t.kind))
  if (shape.length > 0 || t.kind !== 'lake') return shape
  const b = t.box
  const [cx, rx, ry] = [
    (b.x0 + b.x1) / 2,
    (b.x1 - b.x0) / 2,
    Math.max((b.y1 - b.y0) / 2, (b.x1 - b.x0) * 0.12),
  ]
  const oval: Path = []
  for (let i = 0; i < 40; i++) {
    const a = (i / 40) * 2 * Math.PI
    oval.push(cx + rx * Math.cos(a), b.y0 + ry + ry * Math.sin(a))
  }
  return [oval]
}

/** A cliff's face: under its upper line down to where the drawing of it ends. */
function cliffPaths(t: Thing, page: Page): Path[] {
  const closed = t.lines.filter((l) => l.closed)
  if (closed.length > 0) return closed.map((l) => l.path)
  const top = extended(profile(edgeLines(t), page.w), page.w * 0.06)
  return [under(top, t.box.y1)]
}

/** Which region (by rank) a thing is on; -1 = the undrawn ground. */
function standsOn(p: Placed, regions: Placed[], page: Page): number {
  const tol = page.h * 0.018
  for (let k = regions.length - 1; k >= 0; k--) {
    const top = regions[k]!.top!
    if (FLAT.has(p.thing.kind)) {
      if (liesWithin(p.paths, top, tol) > 0.6) return k
    } else {
      const b = p.thing.box
      const x = Math.min(page.w - 1, Math.max(0, Math.round((b.x0 + b.x1) / 2)))
      if (p.base >= top[x]! - tol) return k
    }
  }
  return -1
}

function liesWithin(paths: Path[], top: Profile, tol: number): number {
  let [inside, n] = [0, 0]
  for (const p of paths)
    for (let i = 0; i + 1 < p.length; i += 2) {
      const x = Math.min(top.length - 1, Math.max(0, Math.round(p[i]!)))
      n++
      if (p[i + 1]! >= top[x]! - tol) inside++
    }
  return n === 0 ? 0 : inside / n
}

/** A closed field or lawn in mid-page lies flat; one that reaches the foot of the page is the ground itself. */
function isRegion(t: Thing, page: Page): boolean {
  if (!REGIONS.has(t.kind)) return false
  const closed = t.lines.some((l) => l.closed)
  if (!closed) return true
  if (t.kind === 'hill' || t.kind === 'ground') return true
  return t.box.y1 > page.h * 0.92 && t.box.x1 - t.box.x0 > page.w * 0.5
}

export type Plan = { horizon: number; placed: Placed[]; regions: Placed[] }

/** Everything on the page with its area, far to near. */
export function planScene(things: Thing[], w: number, h: number): Plan {
  const page = { w, h }
  const horizon = findHorizon(things, page)
  const regions: Placed[] = []
  const rest: Thing[] = []
  for (const t of things) {
    const region = isRegion(t, page) ? regionOf(t, page) : null
    if (region) regions.push({ thing: t, z: 0, ...region, base: meanOf(region.top) })
    else rest.push(t)
  }
  regions.sort((a, b) => a.base - b.base)
  regions.forEach((p, k) => {
    p.z = 300 + 100 * k
  })
  const placed = rest.map((t) => place(t, page, horizon, regions))
  const all = [...placed, ...regions].sort((a, b) => a.z - b.z || a.thing.order - b.thing.order)
  return { horizon, placed: all, regions }
}

function place(t: Thing, page: Page, horizon: number, regions: Placed[]): Placed {
  const sky = SKY[t.kind]
  const paths = areaPaths(t, page, horizon)
  const flat = FLAT.has(t.kind)
  const p: Placed = {
    thing: t,
    z: sky ?? 0,
    paths,
    top: null,
    base: flat ? t.box.y0 : t.box.y1 + (t.kind === 'waterfall' ? page.h * 0.05 : 0),
  }
  if (sky !== undefined) {
    const size = paths.reduce((sum, q) => sum + Math.abs(signedArea(q)), 0)
    p.z = sky + 1 - size / (page.w * page.h + size + 1)
    return p
  }
  if (FAR.has(t.kind)) {
    p.z =
      100 +
      (90 *
        meanOf(
          profile(
            t.lines.map((l) => l.path),
            page.w,
          ),
        )) /
        page.h
    if (t.kind === 'skyline') p.z += 60
    return p
  }
  const group = standsOn(p, regions, page)
  const along = Math.min(Math.max(p.base / page.h, 0), 1)
  p.z = 200 + 100 * (group + 1) + 1 + 90 * along + (flat ? (LIES_ON[t.kind] ?? 0) * 0.5 : 1)
  return p
}
