import { z } from 'zod'
import { PanelId } from '../ids.ts'

const coordinate = z.number().min(-1e7).max(1e7)

/** What a member shows of themselves while at a board (one awareness state per open page). */
export const Presence = z.object({
  /** The server checks that these are the seat's own. */
  user: z.object({ id: z.string().max(64), name: z.string().max(80), colour: z.string().max(16) }),
  /** Which of this person's pages it is; ink is sent under the same name. */
  seat: z.string().max(64),
  /** Pointer on the sheet, page units. */
  cursor: z.object({ x: coordinate, y: coordinate }).nullable(),
  /** What they look at: the camera's centre and how many units wide they see; for following. */
  view: z.object({ x: coordinate, y: coordinate, width: coordinate }).nullable(),
  /** The panel they are in, and the panels they selected. */
  panel: PanelId.nullable(),
  selected: z.array(PanelId).max(200),
})
export type Presence = z.infer<typeof Presence>
