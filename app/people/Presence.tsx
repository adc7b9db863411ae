import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#app/board/desk.ts'
import { useLive } from '#app/board/live.ts'
import { type Other, useBoard, useOthers } from '#app/board/session.ts'
import { Face, Tooltip } from '#app/ui/index.ts'
import { followView } from './follow.ts'

const mostFaces = 6

/** Everybody at the board; a click on a face follows that person. */
export function Presence() {
  const { t } = useTranslation('board')
  const { panels } = useBoard()
  const others = useOthers()
  const { following } = useDesk()
  const followed = useLive(following)
  const all = useLive(panels)
  useFollowing()
  const where = (other: Other) => {
    const number = all.findIndex((panel) => panel.id === other.panel) + 1
    return number ? t('inPanel', { name: other.user.name, number }) : other.user.name
  }
  return (
    <ul className="board-people" aria-label={t('people')}>
      {others.slice(0, mostFaces).map((other) => {
        const isFollowed = other.client === followed
        return (
          <li key={other.client}>
            <Tooltip label={where(other)}>
              <button
                type="button"
                className="board-face"
                data-followed={isFollowed}
                aria-pressed={isFollowed}
                aria-label={t(isFollowed ? 'unfollow' : 'follow', { name: other.user.name })}
                style={{ '--of': other.user.colour } as React.CSSProperties}
                onClick={() => following.set(isFollowed ? null : other.client)}
              >
                <Face name={other.user.name} colour={other.user.colour} decorative />
              </button>
            </Tooltip>
          </li>
        )
      })}
      {others.length > mostFaces && <li className="board-more">+{others.length - mostFaces}</li>}
    </ul>
  )
}

function useFollowing(): void {
  const { others } = useBoard()
  const { editor, following } = useDesk()
  const client = useLive(following)
  useEffect(() => {
    if (client === null) return
    const look = () => {
      const canvas = editor.get()
      const other = others.get().find((each) => each.client === client)
      if (!other) following.set(null)
      else if (canvas) followView(canvas, other)
    }
    look()
    return others.subscribe(look)
  }, [client, editor, following, others])
}
