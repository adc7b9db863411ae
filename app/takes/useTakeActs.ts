import { api } from '#app/api.ts'
import type { LiveCell } from '#app/board/live.ts'
import { type BoardSession, useBoard } from '#app/board/session.ts'
import { useAct } from '#app/useAct.ts'
import { setPanel } from '#db/board/drawing.ts'
import type { TakeView } from '#db/board/ledger.ts'
import { askAgain, askForTakes } from './askForTakes.ts'
import type { Wishes } from './wishes.ts'

export type TakeActs = ReturnType<typeof useTakeActs>

/** What can be done with one take. */
export function useTakeActs(take: TakeView, wishes: LiveCell<Wishes>) {
  const session = useBoard()
  const { board } = session
  const { id, panel, seed } = take
  const [show, showing] = useAct(() => api.takes.show.mutate({ board, panel, take: id }))
  const [cancel, cancelling] = useAct(() => api.takes.cancel.mutate({ board, take: id }))
  const [remove, removing] = useAct(() => api.takes.remove.mutate({ board, take: id }))
  const [tryAgain, trying] = useAct(() => askAgain(session, take))
  const [sameSeed, asking] = useAct(async () => {
    const { model, pass } = take
    // A second pass is made over the take that is shown: the one it was made over then comes back to the sheet first.
    if (take.parent) await api.takes.show.mutate({ board, panel, take: take.parent })
    if (take.parent) await untilShown(session, take)
    return askForTakes(session, { panels: [panel], wishes: { pass, variations: 1, model }, seed })
  })
  const [workOver, choosing] = useAct(async () => {
    await api.takes.show.mutate({ board, panel, take: id })
    wishes.set({ ...wishes.get(), pass: 'second' })
  })
  return {
    ...{ show, cancel, remove, tryAgain, sameSeed, workOver },
    keepSeed: () => session.change((drawing) => setPanel(drawing, panel, 'seed', seed)),
    busy: showing || cancelling || removing || trying || asking || choosing,
  }
}

/** The ledger tells of the choice a moment after the call: until then the old take would be captured. */
function untilShown({ shown }: BoardSession, { panel, parent }: TakeView): Promise<void> {
  const isThere = () => shown.get().get(panel)?.id === parent
  return new Promise((done) => {
    if (isThere()) return done()
    const stop = shown.subscribe(() => {
      if (!isThere()) return
      stop()
      done()
    })
  })
}

/** Cancel and delete: who asked for the take, or a director. */
export function mayDirect({ can, greeting }: BoardSession, take: TakeView): boolean {
  return can('take.direct') || (can('take.request') && take.by.id === greeting.person.id)
}
