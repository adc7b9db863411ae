import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardSettings } from '#app/board/session.ts'
import { SharedText } from '#app/panels/SharedText.tsx'
import { type Panel, panelText } from '#db/board/drawing.ts'
import { joinWord } from './joinWord.ts'
import { KnownWords } from './KnownWords.tsx'
import { Understood } from './Understood.tsx'

/** The panel's words for the painter, what of them is understood, and the board's line that is added. */
export function PromptField({ panel }: { panel: Panel }) {
  const { t } = useTranslation('takes')
  const { style } = useBoardSettings()
  const session = useBoard()
  const area = useRef<HTMLTextAreaElement | null>(null)
  const insert = (word: string) => {
    const text = panelText(session.drawing, panel.id, 'prompt')
    if (!text || !area.current) return
    const { at, piece, caret } = joinWord(text.toString(), area.current.selectionEnd, word)
    session.change(() => text.insert(at, piece))
    area.current.setSelectionRange(caret, caret)
  }
  return (
    <div className="takes-field">
      <KnownWords onPick={insert}>
        <SharedText
          key={panel.id}
          panel={panel.id}
          field="prompt"
          label={t('prompt')}
          placeholder={t('promptHint')}
          rows={3}
          maxLength={2000}
          areaRef={area}
        />
      </KnownWords>
      {style && (
        <p className="takes-hint takes-style" title={style}>
          {t('styleAdded', { style })}
        </p>
      )}
      <Understood prompt={panel.prompt} style={style} />
    </div>
  )
}
