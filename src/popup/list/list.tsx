import { useEffect, useRef, useState } from 'preact/hooks'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import { ErrorBoundary } from '../../ui/page/error-boundary.tsx'
import type { PopupWords } from '../words.ts'
import { RowView, type RowActions } from './row-view.tsx'
import type { RowGroup } from './rows.ts'
import { UndrawnRow } from './undrawn-row.tsx'

interface Props extends RowActions {
  readonly groups: readonly RowGroup[]
  readonly words: PopupWords
  /** Id of the episode whose mute menu is open, or null. */
  readonly menu: string | null
  /** Whether every row is rendered, e.g. to focus the last. */
  readonly showAll: boolean
}

/** Rows rendered at first, and added on each scroll to their end: a crash flags hundreds while six are visible. */
const firstRows = 12
const moreRows = 24
/** Rows are added when the end is this close. Small enough that none are while the first rows fill the popup. */
const preloadMargin = '200px'

/** The groups in order. Tab stops at one row only, the last visited. */
export function List({ groups, words, menu, showAll, ...actions }: Props) {
  const [shownRows, setShownRows] = useState(firstRows)
  const end = useRef<HTMLDivElement>(null)
  const [visited, setVisited] = useState<string | null>(null)
  const ids = groups.flatMap(({ rows }) => rows.map(({ episode }) => episode.id))
  const stop = visited !== null && ids.includes(visited) ? visited : ids[0]
  const maxRows = showAll ? ids.length : shownRows
  const isCut = ids.length > maxRows
  useEffect(() => {
    if (!end.current) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setShownRows((rows) => rows + moreRows)
      },
      { rootMargin: preloadMargin },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [maxRows, isCut])
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof Element) setVisited(target.closest('li')?.dataset['episode'] ?? null)
  }
  return (
    <>
      {firstOf(groups, maxRows).map(({ name, rows, total }) => (
        <section key={name} class={`tier-${name}`}>
          <h2 class="group">
            {name !== 'settled' && name !== 'live' && <TierIcon tier={name} />}
            {name === 'settled'
              ? words.say('popup.settled')
              : words.say('popup.group', { name: headingOf(words, name), n: total })}
          </h2>
          <ul onFocusCapture={onFocus}>
            {rows.map((row) => (
              <ErrorBoundary
                key={row.episode.id}
                of={row}
                instead={<UndrawnRow {...{ row, words }} onOpen={actions.onOpen} />}
              >
                <RowView
                  {...{ row, words, ...actions }}
                  menu={menu === row.episode.id}
                  tabStop={row.episode.id === stop}
                />
              </ErrorBoundary>
            ))}
          </ul>
        </section>
      ))}
      {isCut && (
        <div ref={end} class="more" style={{ height: `${(ids.length - maxRows) * rowHeightPx}px` }} />
      )}
    </>
  )
}

const headingOf = ({ say }: PopupWords, name: Exclude<RowGroup['name'], 'settled'>) =>
  name === 'live' ? say('popup.live') : say(`tier.${name}`)

/** Rows not rendered yet keep their space, so that the scroll bar shows the true length. */
const rowHeightPx = 49

/** The first `maxRows` rows of all groups together, and the total of each group. */
function firstOf(
  groups: readonly RowGroup[],
  maxRows: number,
): readonly (RowGroup & { readonly total: number })[] {
  let left = maxRows
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left)
    left -= rows.length
    return rows.length > 0 ? { ...group, rows, total: group.rows.length } : []
  })
}
