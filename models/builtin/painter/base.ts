import type { Kind } from '../kinds.ts'
import { type Path, signedArea } from './core/mask.ts'
import type { Studio } from './core/studio.ts'
import { paintGround, type Soil } from './land/ground.ts'
import type { Placed } from './read/plan.ts'
import type { Page } from './things.ts'
import { paintOpenWater } from './water/wet.ts'

const SOFT: ReadonlySet<Kind> = new Set([
  'hill',
  'field',
  'grass',
  'paddy',
  'mountain',
  'broadleaf',
  'pine',
  'cherry',
  'forest',
  'bush',
  'flowers',
  'farmhouse',
])

export type Base = 'sea' | Soil

/** What the ground is when nobody drew one: by the words first, then by what stands on it. */
export function chooseBase(wanted: Kind[], drawn: ReadonlySet<Kind>, snowy: boolean): Base {
  const asks = (k: Kind) => wanted.includes(k)
  const inland = [...drawn].some((k) => SOFT.has(k))
  const wet = (['sea', 'lake', 'river', 'paddy'] as const).some((k) => drawn.has(k))
  if ((asks('sea') || asks('lake')) && !wet) return 'sea'
  if ((drawn.has('boat') || drawn.has('pier')) && !drawn.has('lake') && !drawn.has('river') && !inland)
    return 'sea'
  if (snowy) return 'snow'
  if (asks('shore')) return 'sand'
  const street =
    drawn.has('skyline') || asks('skyline') || (drawn.has('road') && drawn.has('lamp') && !inland)
  return street && !inland ? 'paved' : 'meadow'
}

/** Whether what was drawn covers the page below the horizon by itself. */
function isCovered(s: Studio, page: Page): boolean {
  return page.plan.regions.some((r) => {
    const area = r.paths.reduce((sum, p) => sum + Math.abs(signedArea(p)), 0)
    return area > (s.h - s.horizon) * s.w * 0.97 && r.top!.every((y) => y <= s.horizon + s.h * 0.03)
  })
}

/** The ground that nobody drew: from the horizon to the foot of the page. */
export function paintBase(s: Studio, page: Page, base: Base) {
  if (isCovered(s, page)) return
  const hy = Math.round(s.horizon)
  const paths: Path[] = [[-4, hy, s.w + 4, hy, s.w + 4, s.h + 4, -4, s.h + 4]]
  if (base === 'sea') {
    const box = { x0: 0, y0: hy, x1: s.w, y1: s.h }
    const thing = { kind: 'sea' as const, key: 'base', lines: [], box, tint: null, order: 0 }
    const placed: Placed = { thing, z: 200, paths, top: null, base: hy }
    paintOpenWater(s, placed, page.plan.placed)
    return
  }
  paintGround(s, {
    key: 'base',
    paths,
    top: null,
    soil: base,
    tint: null,
    flowers: true,
    nearness: page.plan.regions.length > 0 ? 0.35 : 1,
  })
}
