import type { Scene } from '../../scene.ts'
import { countryside } from './countryside.ts'
import { places } from './places.ts'
import { waters } from './waters.ts'

/** Hand-written drawings in the manner of quick boards, to look at and to test with. */
export const scenes: Record<string, () => Scene> = { ...countryside, ...waters, ...places }
