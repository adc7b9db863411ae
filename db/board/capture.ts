import { z } from 'zod'

const finite = z.number().min(-100_000).max(100_000)
const hex = z.string().regex(/^#[0-9a-f]{6}$/)

/** A panel's strokes as they were when a take was asked for: kept by hash beside the picture of them. */
export const CapturedStroke = z.object({
  id: z.string().min(1).max(80),
  /** x, y, pressure, x, y, pressure, ... in panel units. */
  points: z.array(finite).max(60_000),
  colour: hex,
  fill: hex.nullable(),
  size: z.number().min(0.1).max(500),
})

export const Capture = z.object({
  version: z.literal(1),
  width: z.number().int().min(16).max(8192),
  height: z.number().int().min(16).max(8192),
  strokes: z.array(CapturedStroke).max(5_000),
})
export type Capture = z.infer<typeof Capture>
