import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Site } from '../exchanges/exchange.ts'
import { markOf } from '../shared/mark.ts'
import { quieterThan } from '../shared/settings/pair-rules.ts'
import type { Mute } from '../shared/storage/items.ts'
import { muteKey } from '../shared/visible.ts'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import { mutedName } from '../ui/mutes/mute-list.tsx'
import { attempt } from '../ui/page/attempt.ts'
import { PagePart, Undrawn } from '../ui/page/page-part.tsx'
import { Mark } from '../ui/icons/mark.tsx'
import type { PopupWords } from './words.ts'
import { VenueClosures } from './venues/venue-closures.tsx'
import { EmptyList } from './list/empty-list.tsx'
import type { PopupData } from './popup-data.ts'
import { ListFilterBar } from './list/list-filter.tsx'
import { KeyHints } from './list/key-hints.tsx'
import { handleListKey } from './list/list-keys.ts'
import { List } from './list/list.tsx'
import { MarketLine } from './market/market-line.tsx'
import { marketSummary } from './market/market-summary.ts'
import { type LinkedPage, PageLinks } from './page-links.tsx'
import type { RowActions } from './list/row-view.tsx'
import { countByTier, groupRows, isFiltering, type ListFilter, type ListRow, noFilter } from './list/rows.ts'
import { SwitchOnVenue } from './venues/switch-on-venue.tsx'
import { type DoneNow, JustDone } from './list/just-done.tsx'
import { PopupFoot } from './popup-foot.tsx'
import { UnansweredParts } from './venues/unanswered-parts.tsx'
import { RemovedBanners } from './venues/removed-banners.tsx'

interface Props extends Omit<RowActions, 'onMenu' | 'onNotHelpful'> {
  readonly data: PopupData
  readonly words: PopupWords
  /** Wall clock (ms). */
  readonly now: number
  readonly onRetry: () => void
  /** The site in the active tab, where it belongs to a venue that is switched off. */
  readonly offered: Site | null
  /** Switches a venue on, or requests its permission again. */
  readonly onSwitchOn: (venue: string) => void
  readonly onPage: (page: LinkedPage) => void
  readonly onUnmute: (pair: Mute['pair']) => void
  readonly onNotHelpful: (row: ListRow, isNot: boolean) => void
  /** Notifies of the row's pair from a higher tier on; returns what takes that back. */
  readonly onQuieter: (row: ListRow) => () => void
  /** Why the last change of the settings was not saved; null where it was. */
  readonly failure: string | null
  /** Opens the list beside the page; null where it stands there already, or the browser has no place for it. */
  readonly onPanel: (() => void) | null
}

/** Clicks a button of a row. */
const clickInRow = (selector: string) => (row: HTMLElement) =>
  row.closest('li')?.querySelector<HTMLElement>(`button:is(${selector})`)?.click()

/** Every flagged pair of all venues, worst first. */
export function Popup(props: Props) {
  const { data, words, now, onRetry, offered, onSwitchOn, onPage, onPanel, onUnmute, failure } = props
  const { onNotHelpful, onQuieter, ...actions } = props
  const [filter, setFilter] = useState<ListFilter>(noFilter)
  const setFilterPart = (part: Partial<ListFilter>) => setFilter((present) => ({ ...present, ...part }))
  const [done, setDone] = useState<DoneNow | null>(null)
  // The pointer shows a row's buttons where it is; the focus only where keys are used.
  const [byKeys, setByKeys] = useState(false)
  const [menu, setMenu] = useState<string | null>(null)
  const [showAll, setShowAll] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = attempt(() => groupRows(data, filter, now))
  const groups = found ?? []
  const part = { of: data, words }

  // The menu of a low row opens below the visible part. Focusing its first item scrolls only that into view.
  useEffect(() => root.current?.querySelector('.row .menu')?.scrollIntoView({ block: 'nearest' }), [menu])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      setByKeys(true)
      handleListKey(event, {
        search: input.current,
        rows: () => [...(root.current?.querySelectorAll<HTMLElement>('.row-main') ?? [])],
        mute: (row) => setMenu(row.closest('li')?.dataset['episode'] ?? null),
        showAll: () => setShowAll(true),
        watch: clickInRow('.watch, .watched'),
        details: clickInRow('.details'),
        notHelpful: clickInRow('.helpful, .unhelpful'),
        clear: () => (setFilterPart({ search: '' }), input.current?.value !== ''),
      })
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  // The list has the focus from the start, so that its keys work.
  useLayoutEffect(() => root.current?.querySelector<HTMLElement>('.row-main')?.focus(), [])

  const closeMenu = (id: string) => {
    setMenu(null)
    root.current?.querySelector<HTMLElement>(`[data-episode="${CSS.escape(id)}"] .row-main`)?.focus()
  }
  const justDid = (text: string, undo: () => void, offer?: DoneNow['offer']) =>
    setDone({ text, at: now, undo: () => (undo(), setDone(null)), ...(offer && { offer }) })
  /** Takes note of a row that was not helpful, and offers to be quieter for its pair. */
  const judge = (row: ListRow) => {
    onNotHelpful(row, true)
    const { tier, symbol } = row.episode
    const pair = mutedName(words, muteKey(row.episode)).name
    const least = quieterThan(tier)
    const text = least
      ? words.say('popup.quieter', { pair, tier: words.say(`tier.${least}`) })
      : words.say('popup.silent', { pair })
    const take = () => justDid(text, onQuieter(row))
    const offer = { text: words.say('helpful.quieter', { pair }), take }
    justDid(words.say('helpful.counted'), () => onNotHelpful(row, false), symbol === null ? undefined : offer)
  }
  const flagged = groups.some(({ name }) => name !== 'settled')
  return (
    <div class={`popup${byKeys ? ' by-keys' : ''}`} ref={root} onPointerDown={() => setByKeys(false)}>
      <header class="pop-head">
        <PagePart {...part}>
          <PopupMark {...{ data, now }} />
        </PagePart>
        <h1>{words.say('name')}</h1>
        <label class="search">
          <PageIcon name="search" />
          <input
            ref={input}
            type="search"
            placeholder={words.say('popup.search')}
            aria-label={words.say('popup.search')}
            value={filter.search}
            onInput={(event) => setFilterPart({ search: event.currentTarget.value })}
          />
          <kbd>/</kbd>
        </label>
        <PageLinks {...{ words, onPage, onPanel }} />
      </header>
      <PagePart {...part}>
        {offered && <SwitchOnVenue site={offered} {...{ words, onSwitchOn }} />}
        <UnansweredParts parts={data.unanswered} words={words} />
        {failure !== null && (
          <p class="yields" role="alert">
            {words.say('popup.notSaved', { reason: failure })}
          </p>
        )}
      </PagePart>
      <PagePart {...part}>
        <RemovedBanners removedBanners={data.removedBanners} {...{ words, now }} />
      </PagePart>
      <PagePart {...part}>
        <PopupMarket {...{ data, words, now }} />
      </PagePart>
      <PagePart {...part}>
        <VenueClosures officials={data.officials} words={words} />
      </PagePart>
      <PagePart {...part}>
        <PopupFilter {...{ data, filter, words, now }} onFilter={setFilterPart} />
      </PagePart>
      <div class="scroll">
        {found === null ? (
          <Undrawn words={words} />
        ) : (
          !flagged && (
            <PagePart {...part}>
              <EmptyList venues={data.venues} isFiltered={isFiltering(filter)} {...{ words, now, onRetry }} />
            </PagePart>
          )
        )}
        <List
          {...{ groups, words, menu, showAll }}
          onOpen={actions.onOpen}
          onWatch={actions.onWatch}
          onDetails={actions.onDetails}
          onMute={(row, durationMs) => {
            actions.onMute(row, durationMs)
            const pair = muteKey(row.episode)
            const text = words.say('popup.didMute', { pair: mutedName(words, pair).name })
            justDid(text, () => onUnmute(pair))
            closeMenu(row.episode.id)
          }}
          onNotHelpful={(row) => (row.notHelpful ? onNotHelpful(row, false) : judge(row))}
          onMenu={(row) => (row ? setMenu(row.episode.id) : menu && closeMenu(menu))}
        />
      </div>
      <PagePart {...part}>
        {done && <JustDone {...{ done, words, now }} />}
        <PopupFoot
          venues={data.venues}
          mutes={data.mutes}
          {...{ words, now, onRetry, onUnmute }}
          onAllow={onSwitchOn}
        />
      </PagePart>
      <KeyHints words={words} />
    </div>
  )
}

// Each computed within the boundary that draws it.

function PopupMark({ data, now }: Pick<Props, 'data' | 'now'>) {
  return <Mark state={markOf(data.episodes, data.venues, data.mutes, now)} />
}

type FilterProps = Omit<Parameters<typeof ListFilterBar>[0], 'counts' | 'venues'> &
  Pick<Props, 'data' | 'now'>

function PopupFilter({ data, now, ...props }: FilterProps) {
  const venues = [...new Set(data.episodes.map(({ venue }) => venue))].sort()
  return <ListFilterBar counts={countByTier(data, now)} {...{ venues, ...props }} />
}

function PopupMarket({ data, words, now }: Pick<Props, 'data' | 'words' | 'now'>) {
  return <MarketLine market={marketSummary(words, data, now)} words={words} />
}
