import { Link } from '@remix-run/react'
import { ArrowLeft, CircleHelp, Maximize, Share2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InviteDialog } from '#app/people/InviteDialog.tsx'
import { PersonMenu } from '#app/people/PersonMenu.tsx'
import { Presence } from '#app/people/Presence.tsx'
import { ViewSwitch } from '#app/takes/ViewSwitch.tsx'
import { Button, IconButton } from '#app/ui/index.ts'
import { showWholeSheet } from './camera.ts'
import { useDesk } from './desk.ts'
import { SaveWords } from './SaveWords.tsx'
import { useBoard } from './session.ts'

export function TopBar() {
  const { t } = useTranslation('board')
  const { greeting, can, sheet } = useBoard()
  const { editor, isHelpOpen } = useDesk()
  const { board } = greeting
  const [isSharing, setSharing] = useState(false)
  const back = t('back', { project: board.project.name })
  return (
    <header className="board-bar">
      <Link className="ui-icon-button" to={`/projects/${board.project.id}`} aria-label={back} title={back}>
        <ArrowLeft aria-hidden="true" />
      </Link>
      <div className="board-name">
        <h1 title={board.name}>{board.name}</h1>
        <SaveWords />
      </div>
      <ViewSwitch />
      <div className="board-bar-end">
        <Presence />
        {can('member.invite') && (
          <Button size="s" icon={<Share2 aria-hidden="true" />} onClick={() => setSharing(true)}>
            {t('share')}
          </Button>
        )}
        <IconButton
          label={t('wholeSheet')}
          shortcut="Shift+1"
          onClick={() => {
            const canvas = editor.get()
            if (canvas) showWholeSheet(canvas, sheet.get())
          }}
        >
          <Maximize aria-hidden="true" />
        </IconButton>
        <IconButton label={t('help')} shortcut="?" onClick={() => isHelpOpen.set(true)}>
          <CircleHelp aria-hidden="true" />
        </IconButton>
        <PersonMenu />
      </div>
      <InviteDialog project={board.project.id} role={board.role} open={isSharing} onOpenChange={setSharing} />
    </header>
  )
}
