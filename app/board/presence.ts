import type { Awareness } from 'y-protocols/awareness'
import { Presence } from '#db/board/presence.ts'
import { makeLive } from './live.ts'
import type { BoardSession, Other } from './session.ts'

/** Milliseconds between two messages about where somebody's pointer is, and between two looks at the others'. */
const restMs = 60

export type OwnPresence = {
  show(part: Partial<Pick<Presence, 'cursor' | 'view' | 'panel' | 'selected'>>): void
  close(): void
}

/** Tells the others where this person is, at most every 60 ms and only what is new. */
export function showPresence(awareness: Awareness, person: Presence['user'], seat: string): OwnPresence {
  const { id, name, colour } = person
  const user = { id: id.slice(0, 64), name: name.slice(0, 80), colour: colour.slice(0, 16) }
  let now: Presence = { user, seat, cursor: null, view: null, panel: null, selected: [] }
  let timer: ReturnType<typeof setTimeout> | null = null
  awareness.setLocalState(now)
  return {
    show(part) {
      now = { ...now, ...part }
      timer ??= setTimeout(() => {
        timer = null
        awareness.setLocalState(now)
      }, restMs)
    },
    close() {
      if (timer) clearTimeout(timer)
    },
  }
}

/** Everybody else at the board; what is no presence (a stranger's program) is left out. */
export function readOthers(awareness: Awareness): { others: BoardSession['others']; close(): void } {
  const others = makeLive<readonly Other[]>([])
  const known = new Map<number, Other>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    for (const client of [...added, ...updated]) {
      if (client === awareness.clientID) continue
      const read = Presence.safeParse(awareness.getStates().get(client))
      if (read.success) known.set(client, { ...read.data, client })
      else known.delete(client)
    }
    for (const client of removed) known.delete(client)
    timer ??= setTimeout(() => {
      timer = null
      others.set([...known.values()].sort((a, b) => a.client - b.client))
    }, restMs / 2)
  }
  awareness.on('change', onChange)
  onChange({ added: [...awareness.getStates().keys()], updated: [], removed: [] })
  return {
    others,
    close() {
      awareness.off('change', onChange)
      if (timer) clearTimeout(timer)
    },
  }
}
