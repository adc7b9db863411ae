import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { PanelSide } from '#app/panels/PanelSide.tsx'
import { Button, Empty } from '#app/ui/index.ts'
import { newPanel } from './actions.ts'
import { Canvas } from './Canvas.tsx'
import { DeskProvider, makeDesk, useDesk } from './desk.ts'
import { Filmstrip } from './Filmstrip.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { listenForKeys } from './keys.ts'
import { usePart } from './live.ts'
import { openBoard } from './openBoard.ts'
import { ClosedNotice } from './SaveWords.tsx'
import { type BoardGreeting, BoardProvider, type BoardSession, useBoard } from './session.ts'
import { ToolRail } from './ToolRail.tsx'
import { TopBar } from './TopBar.tsx'
import { useSayDeleted } from './useDelete.ts'
import './board.css'

type Props = Pick<BoardGreeting, 'board' | 'person'> & { licenseKey?: string | undefined }

/** A board, open: its session lives as long as the page stands. */
export function BoardPage({ board, person, licenseKey }: Props) {
  const [session, setSession] = useState<BoardSession | null>(null)
  const [desk] = useState(makeDesk)
  const { id } = board
  // biome-ignore lint/correctness/useExhaustiveDependencies: who and what they may do is fixed while the page stands; a revalidated loader gives equal objects.
  useEffect(() => {
    const opened = openBoard({ board, person })
    setSession(opened)
    return () => {
      setSession(null)
      opened.close()
    }
  }, [id, person.id])
  if (!session) return null
  return (
    <BoardProvider value={session}>
      <DeskProvider value={desk}>
        <Table licenseKey={licenseKey} />
      </DeskProvider>
    </BoardProvider>
  )
}

function Table({ licenseKey }: { licenseKey: string | undefined }) {
  const session = useBoard()
  const desk = useDesk()
  const onDeleted = useSayDeleted()
  // tldraw fits the camera to the sheet when it mounts: not before this browser's copy of the sheet is read.
  const isOpen = usePart(session.saveState, ({ kind }) => kind !== 'opening')
  useEffect(() => listenForKeys({ session, desk, onDeleted }), [session, desk, onDeleted])
  return (
    <main className="board-page">
      <TopBar />
      <ClosedNotice />
      <ToolRail />
      <div className="board-table">
        {isOpen && <Canvas licenseKey={licenseKey} />}
        <EmptySheet />
        <FirstHint />
      </div>
      <div className="board-side">
        <PanelSide />
      </div>
      <Filmstrip />
      <HelpDialog />
    </main>
  )
}

function EmptySheet() {
  const { t } = useTranslation('board')
  const session = useBoard()
  const desk = useDesk()
  const isEmpty = usePart(session.panels, (panels) => panels.length === 0)
  const isRead = usePart(session.saveState, ({ kind }) => kind !== 'opening' && kind !== 'reconnecting')
  if (!isEmpty || !isRead) return null
  const draws = session.can('board.draw') && !session.greeting.board.archived
  return (
    <div className="board-empty">
      <Empty
        title={t('emptyTitle')}
        {...(draws
          ? {
              action: (
                <Button kind="primary" onClick={() => newPanel({ session, desk })}>
                  {t('addPanel')}
                </Button>
              ),
            }
          : {})}
      >
        {t(draws ? 'emptyText' : 'emptyLook')}
      </Empty>
    </div>
  )
}

/** On a sheet of one empty panel: what to do with it. Gone with the first line. */
function FirstHint() {
  const { t } = useTranslation('board')
  const { panels, strokes, can, greeting } = useBoard()
  const only = usePart(panels, (all) => (all.length === 1 ? (all[0]?.id ?? null) : null))
  const isBlank = useSyncExternalStore(strokes.listen, () => only !== null && strokes.of(only).length === 0)
  if (!isBlank || !can('board.draw') || greeting.board.archived) return null
  return <p className="board-hint">{t('first')}</p>
}
