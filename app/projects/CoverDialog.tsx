import { ImageUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog } from '#app/ui/index.ts'
import { useAct } from '#app/useAct.ts'
import type { AssetHash, BoardId } from '#db/ids.ts'
import { uploadPicture } from './uploadPicture.ts'
import './projects.css'

type Props = {
  name: string
  cover: AssetHash | null
  pictures: readonly { name: string; hash: AssetHash }[]
  /** The board whose members may see an uploaded picture; null: there is none, so none can be uploaded. */
  uploadAt: BoardId | null
  onClose: () => void
  onCover: (cover: AssetHash | null) => Promise<void>
}

export function CoverDialog({ name, cover, pictures, uploadAt, onClose, onCover }: Props) {
  const { t } = useTranslation('projects')
  const file = useRef<HTMLInputElement>(null)
  const [choose, isChoosing] = useAct(async (next: AssetHash | null | File) => {
    await onCover(
      next instanceof File && uploadAt ? await uploadPicture(next, uploadAt) : (next as AssetHash | null),
    )
    onClose()
  })
  const footer = (
    <>
      {cover && <Button onClick={() => void choose(null)}>{t('coverNone')}</Button>}
      {uploadAt && (
        <Button
          kind="primary"
          icon={<ImageUp aria-hidden="true" />}
          busy={isChoosing}
          onClick={() => file.current?.click()}
        >
          {t('coverUpload')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => open || onClose()}
      title={t('coverTitle', { name })}
      footer={footer}
    >
      <p className="people-note">{t('coverLead')}</p>
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        aria-label={t('coverUpload')}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) void choose(chosen)
          event.target.value = ''
        }}
      />
      <div className="projects-pictures">
        {pictures.map((picture) => (
          <button
            key={picture.hash}
            type="button"
            className="projects-picture"
            aria-pressed={picture.hash === cover}
            aria-label={t('coverOf', { name: picture.name })}
            onClick={() => void choose(picture.hash)}
          >
            <img src={`/assets/${picture.hash}?w=320`} alt="" />
          </button>
        ))}
      </div>
    </Dialog>
  )
}
