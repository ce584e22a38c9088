import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Site } from '../exchanges/exchange.ts'
import type { Tier } from '../market/tier.ts'
import { markOf } from '../shared/mark.ts'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import { attempt } from '../ui/page/attempt.ts'
import { PagePart, Undrawn } from '../ui/page/page-part.tsx'
import { Mark } from '../ui/icons/mark.tsx'
import type { PopupWords } from './words.ts'
import { VenueClosures } from './venues/venue-closures.tsx'
import { EmptyList } from './list/empty-list.tsx'
import type { PopupData } from './popup-data.ts'
import { TierFilter } from './list/tier-filter.tsx'
import { KeyHints } from './list/key-hints.tsx'
import { handleListKey } from './list/list-keys.ts'
import { List } from './list/list.tsx'
import { MarketLine } from './market/market-line.tsx'
import { marketSummary } from './market/market-summary.ts'
import { type LinkedPage, PageLinks } from './page-links.tsx'
import type { RowActions } from './list/row-view.tsx'
import { countByTier, groupRows } from './list/rows.ts'
import { SwitchOnVenue } from './venues/switch-on-venue.tsx'
import { VenueStates } from './venues/venue-states.tsx'
import { UnansweredParts } from './venues/unanswered-parts.tsx'
import { RemovedBanners } from './venues/removed-banners.tsx'

interface Props extends Omit<RowActions, 'onMenu'> {
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
}

/** Clicks a button of a row. */
const clickInRow = (selector: string) => (row: HTMLElement) =>
  row.closest('li')?.querySelector<HTMLElement>(`button:is(${selector})`)?.click()

/** Every flagged pair of all venues, worst first. */
export function Popup({ data, words, now, onRetry, offered, onSwitchOn, onPage, ...actions }: Props) {
  const [search, setSearch] = useState('')
  const [tier, setTier] = useState<Tier | null>(null)
  const [menu, setMenu] = useState<string | null>(null)
  const [showAll, setShowAll] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = attempt(() => groupRows(data, { search, tier }, now))
  const groups = found ?? []
  const part = { of: data, words }

  // The menu of a low row opens below the visible part. Focusing its first item scrolls only that into view.
  useEffect(() => root.current?.querySelector('.row .menu')?.scrollIntoView({ block: 'nearest' }), [menu])
  useEffect(() => {
    const listen = (event: KeyboardEvent) =>
      handleListKey(event, {
        search: input.current,
        rows: () => [...(root.current?.querySelectorAll<HTMLElement>('.row-main') ?? [])],
        mute: (row) => setMenu(row.closest('li')?.dataset['episode'] ?? null),
        showAll: () => setShowAll(true),
        watch: clickInRow('.watch, .watched'),
        details: clickInRow('.details'),
        clear: () => (setSearch(''), input.current?.value !== ''),
      })
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  // The list has the focus from the start, so that its keys work.
  useLayoutEffect(() => root.current?.querySelector<HTMLElement>('.row-main')?.focus(), [])

  const closeMenu = (id: string) => {
    setMenu(null)
    root.current?.querySelector<HTMLElement>(`[data-episode="${CSS.escape(id)}"] .row-main`)?.focus()
  }
  const flagged = groups.some(({ name }) => name !== 'settled')
  return (
    <div class="popup" ref={root}>
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
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <kbd>/</kbd>
        </label>
        <PageLinks {...{ words, onPage }} />
      </header>
      <PagePart {...part}>
        {offered && <SwitchOnVenue site={offered} {...{ words, onSwitchOn }} />}
        <UnansweredParts parts={data.unanswered} words={words} />
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
        <PopupFilter {...{ data, tier, words }} onTier={setTier} />
      </PagePart>
      <div class="scroll">
        {found === null ? (
          <Undrawn words={words} />
        ) : (
          !flagged && (
            <PagePart {...part}>
              <EmptyList
                venues={data.venues}
                isFiltered={search !== '' || tier !== null}
                {...{ words, now }}
              />
            </PagePart>
          )
        )}
        <List
          {...{ groups, words, menu, showAll }}
          onOpen={actions.onOpen}
          onUnmute={actions.onUnmute}
          onWatch={actions.onWatch}
          onDetails={actions.onDetails}
          onMute={(row, durationMs) => {
            actions.onMute(row, durationMs)
            closeMenu(row.episode.id)
          }}
          onMenu={(row) => (row ? setMenu(row.episode.id) : menu && closeMenu(menu))}
        />
      </div>
      <PagePart {...part}>
        <VenueStates venues={data.venues} {...{ words, now, onRetry }} onAllow={onSwitchOn} />
      </PagePart>
      <KeyHints words={words} />
    </div>
  )
}

// Each computed within the boundary that draws it.

function PopupMark({ data, now }: Pick<Props, 'data' | 'now'>) {
  return <Mark state={markOf(data.episodes, data.venues, data.mutes, now)} />
}

type FilterProps = Omit<Parameters<typeof TierFilter>[0], 'counts'> & Pick<Props, 'data'>

function PopupFilter({ data, ...props }: FilterProps) {
  return <TierFilter counts={countByTier(data.episodes)} {...props} />
}

function PopupMarket({ data, words, now }: Pick<Props, 'data' | 'words' | 'now'>) {
  return <MarketLine market={marketSummary(words, data, now)} words={words} />
}
