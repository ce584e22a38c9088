import { useEffect, useRef, useState } from 'preact/hooks'
import { TierIcon } from '../ui/card/tier-tag.tsx'
import type { PopupWords } from './words.ts'
import { RowView, type RowActions } from './row-view.tsx'
import type { Group } from './rows.ts'

interface Props extends RowActions {
  readonly groups: readonly Group[]
  readonly words: PopupWords
  /** Id of the episode whose mute menu is open, or null. */
  readonly menu: string | null
  /** Whether every row is wanted at once, e.g. to go to the last. */
  readonly whole: boolean
}

/** Rows drawn at first, and with each look beyond them: a crash flags hundreds, and six are seen. */
const first = 12
const further = 24
/** More are drawn when so much of the list is left before the last: none yet where the first fill the popup. */
const ahead = '200px'

/** The groups one under another; Tab stops once, at the row last visited. */
export function List({ groups, words, menu, whole, ...actions }: Props) {
  const [drawn, setDrawn] = useState(first)
  const end = useRef<HTMLDivElement>(null)
  const [visited, setVisited] = useState<string | null>(null)
  const ids = groups.flatMap(({ rows }) => rows.map(({ episode }) => episode.id))
  const stop = visited !== null && ids.includes(visited) ? visited : ids[0]
  const most = whole ? ids.length : drawn
  const isCut = ids.length > most
  useEffect(() => {
    if (!end.current) return undefined
    const more = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setDrawn((known) => known + further)
      },
      { rootMargin: ahead },
    )
    more.observe(end.current)
    return () => more.disconnect()
  }, [most, isCut])
  const visit = ({ target }: FocusEvent) => {
    if (target instanceof Element) setVisited(target.closest('li')?.dataset['episode'] ?? null)
  }
  return (
    <>
      {cut(groups, most).map(({ name, rows, all }) => (
        <section key={name} class={`tier-${name}`}>
          <h2 class="group">
            {name !== 'settled' && <TierIcon tone={name} />}
            {name === 'settled'
              ? words.say('popup.settled')
              : words.say('popup.group', { name: words.say(`tier.${name}`), n: all })}
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
      {isCut && <div ref={end} class="more" style={{ height: `${(ids.length - most) * rowHeight}px` }} />}
    </>
  )
}

/** px; what is not drawn yet keeps its place, so that the scroll bar tells the truth. */
const rowHeight = 49

/** The first rows of the groups, `most` in all, and how many each has. */
function cut(groups: readonly Group[], most: number): readonly (Group & { readonly all: number })[] {
  let left = most
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left)
    left -= rows.length
    return rows.length > 0 ? { ...group, rows, all: group.rows.length } : []
  })
}
