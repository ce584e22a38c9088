import { useState } from 'preact/hooks'
import { TierIcon } from '../ui/tier-tag.tsx'
import type { Words } from '../ui/words.ts'
import { RowView, type RowActions } from './row-view.tsx'
import type { Group } from './rows.ts'

interface Props extends RowActions {
  readonly groups: readonly Group[]
  readonly words: Words
  /** Id of the episode whose mute menu is open, or null. */
  readonly menu: string | null
}

/** The groups one under another; Tab stops once, at the row last visited. */
export function List({ groups, words, menu, ...actions }: Props) {
  const [visited, setVisited] = useState<string | null>(null)
  const ids = groups.flatMap(({ rows }) => rows.map(({ episode }) => episode.id))
  const stop = visited !== null && ids.includes(visited) ? visited : ids[0]
  const visit = ({ target }: FocusEvent) => {
    if (target instanceof Element) setVisited(target.closest('li')?.dataset['episode'] ?? null)
  }
  return (
    <>
      {groups.map(({ name, rows }) => (
        <section key={name} class={`tier-${name}`}>
          <h2 class="group">
            {name !== 'settled' && <TierIcon tone={name} />}
            {name === 'settled'
              ? words.say('popup.settled')
              : words.say('popup.group', { name: words.say(`tier.${name}`), n: rows.length })}
          </h2>
          <ul onFocusCapture={visit}>
            {rows.map((row) => (
              <RowView
                key={row.episode.id}
                {...{ row, words, ...actions }}
                menu={menu === row.episode.id}
                tabStop={row.episode.id === stop}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
