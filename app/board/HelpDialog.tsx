import { useTranslation } from 'react-i18next'
import { Dialog, Kbd } from '#app/ui/index.ts'
import { useDesk } from './desk.ts'
import { type KeyGroup, keyList } from './keys.ts'
import { useLive } from './live.ts'
import { useBoard } from './session.ts'

const groups: readonly KeyGroup[] = ['tools', 'panels', 'look', 'board']

/** All keys of the board, from the list that listens for them. */
export function HelpDialog() {
  const { t } = useTranslation('board')
  const { isHelpOpen } = useDesk()
  const { can } = useBoard()
  const say = t as (key: string) => string
  return (
    <Dialog open={useLive(isHelpOpen)} onOpenChange={isHelpOpen.set} title={t('help')}>
      <div className="board-keys">
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`keys.${group}`)}</h3>
            <dl>
              {keyList
                .filter((entry) => entry.group === group && (!entry.draws || can('board.draw')))
                .map((entry) => (
                  <div key={entry.label}>
                    <dt>{say(entry.label)}</dt>
                    <dd>
                      {entry.keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
