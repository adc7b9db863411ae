import { Sparkles } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveCell } from '#app/board/live.ts'
import { useLive } from '#app/board/live.ts'
import { useBoard, useSaveState } from '#app/board/session.ts'
import { Button, Kbd } from '#app/ui/index.ts'
import type { Panel } from '#db/board/drawing.ts'
import { panelsFor } from './askForTakes.ts'
import { FollowField } from './FollowField.tsx'
import { ModelField } from './ModelField.tsx'
import { PassField } from './PassField.tsx'
import { PromptField } from './PromptField.tsx'
import { PromptsOfSeveral } from './PromptsOfSeveral.tsx'
import { SeedField } from './SeedField.tsx'
import { useAsk } from './useAsk.ts'
import { VariationsField } from './VariationsField.tsx'
import type { Wishes } from './wishes.ts'
import './takes.css'

type TakeMenuProps = { panels: readonly Panel[]; wishes: LiveCell<Wishes> }

/** Asks for takes of one panel or of several. */
export function TakeMenu({ panels, wishes }: TakeMenuProps) {
  const { t } = useTranslation('takes')
  const { shown } = useBoard()
  const shownNow = useLive(shown)
  const wish = useLive(wishes)
  const { ask, asking, captured } = useAsk()
  const refusal = useRefusal(panels)
  const ids = panels.map(({ id }) => id)
  const mayWorkOver = panelsFor('second', ids, shownNow).length > 0
  // A panel without a take can only have a first pass; the wish for a second one waits for the next panel that has one.
  const asked: Wishes = { ...wish, pass: mayWorkOver ? wish.pass : 'first' }
  const generate = () => {
    if (!refusal) void ask({ panels: panelsFor(asked.pass, ids, shownNow), wishes: asked })
  }
  useGenerateKey(generate)
  const [only] = panels
  return (
    <div className="takes-menu">
      <PassField panels={panels} pass={asked.pass} onPass={(pass) => wishes.set({ ...wishes.get(), pass })} />
      {panels.length === 1 && only ? <PromptField panel={only} /> : <PromptsOfSeveral panels={panels} />}
      <FollowField panels={panels} />
      <div className="takes-pair">
        <SeedField panels={panels} />
        <VariationsField wishes={wishes} />
      </div>
      <ModelField wishes={wishes} />
      <div className="takes-go">
        <Button
          kind="primary"
          icon={<Sparkles aria-hidden="true" />}
          busy={asking}
          disabled={refusal !== null}
          onClick={generate}
        >
          <span>
            {captured
              ? captured.done < captured.all
                ? t('capturing', { at: captured.done + 1, all: captured.all })
                : t('asking')
              : panels.length > 1
                ? t('generateFor', { count: panelsFor(asked.pass, ids, shownNow).length })
                : t('generate')}
          </span>
          {!asking && <Kbd>Mod+Enter</Kbd>}
        </Button>
        {refusal && <p className="takes-hint">{refusal}</p>}
      </div>
    </div>
  )
}

/** Why nothing can be asked for now; null when it can. */
function useRefusal(panels: readonly Panel[]): string | null {
  const { t } = useTranslation('takes')
  const { strokes } = useBoard()
  const save = useSaveState()
  const isEmpty = panels.every(({ id, prompt }) => !prompt.trim() && strokes.of(id).length === 0)
  if (save.kind === 'offline' || save.kind === 'closed') return t('offline')
  if (save.kind === 'reconnecting' || save.kind === 'opening') return t('connecting')
  return isEmpty ? t('empty') : null
}

/** Ctrl or Cmd with Enter asks from anywhere on the board, also while one types (but not in a dialog). */
function useGenerateKey(generate: () => void): void {
  const latest = useRef(generate)
  latest.current = generate
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat)
        return
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
