import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Site } from '../exchanges/exchange.ts'
import { isOpen } from '../market/episode.ts'
import { strongerTier, type Tier } from '../market/tier.ts'
import { silenceOf } from '../shared/silence.ts'
import { muteKey, muteOf } from '../shared/visible.ts'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import { Mark, type MarkState } from '../ui/icons/mark.tsx'
import type { PopupWords } from './words.ts'
import { Closings } from './closings.tsx'
import { Empty } from './empty.tsx'
import type { Facts } from './facts.ts'
import { Filters } from './filters.tsx'
import { Hints } from './hints.tsx'
import { onKey } from './keys.ts'
import { List } from './list.tsx'
import { MarketLine } from './market-line.tsx'
import { marketWords } from './market-words.ts'
import { type Page, Pages } from './pages.tsx'
import type { RowActions } from './row-view.tsx'
import { countsOf, groupsOf } from './rows.ts'
import { SwitchOn } from './switch-on.tsx'
import { VenueStates } from './venue-states.tsx'
import { Yields } from './yields.tsx'

interface Props extends Omit<RowActions, 'onMenu'> {
  readonly facts: Facts
  readonly words: PopupWords
  /** Wall clock, ms. */
  readonly now: number
  readonly onRetry: () => void
  /** The site in the tab behind the popup, where it is a venue's that is off. */
  readonly offered: Site | null
  /** Switches a venue on, or asks again for its permission. */
  readonly onSwitchOn: (venue: string) => void
  readonly onPage: (page: Page) => void
}

/** Presses a button of the row that has the focus. */
const press = (selector: string) => (row: HTMLElement) =>
  row.closest('li')?.querySelector<HTMLElement>(`button:is(${selector})`)?.click()

/** Every flagged pair over all venues, worst first. */
export function Popup({ facts, words, now, onRetry, offered, onSwitchOn, onPage, ...actions }: Props) {
  const [search, setSearch] = useState('')
  const [tier, setTier] = useState<Tier | null>(null)
  const [menu, setMenu] = useState<string | null>(null)
  const [whole, setWhole] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const groups = groupsOf(facts, { search, tier }, now)

  // A low row's menu opens below the fold: the focus alone brings only its first choice into sight.
  useEffect(() => root.current?.querySelector('.row .menu')?.scrollIntoView({ block: 'nearest' }), [menu])
  useEffect(() => {
    const listen = (event: KeyboardEvent) =>
      onKey(event, {
        search: input.current,
        rows: () => [...(root.current?.querySelectorAll<HTMLElement>('.row-main') ?? [])],
        mute: (row) => setMenu(row.closest('li')?.dataset['episode'] ?? null),
        all: () => setWhole(true),
        watch: press('.watch, .watched'),
        details: press('.details'),
        clear: () => (setSearch(''), input.current?.value !== ''),
      })
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  // The list is what the popup was opened for: its keys work at once.
  useLayoutEffect(() => root.current?.querySelector<HTMLElement>('.row-main')?.focus(), [])

  const closeMenu = (id: string) => {
    setMenu(null)
    root.current?.querySelector<HTMLElement>(`[data-episode="${CSS.escape(id)}"] .row-main`)?.focus()
  }
  const flagged = groups.some(({ name }) => name !== 'settled')
  return (
    <div class="popup" ref={root}>
      <header class="pop-head">
        <Mark state={markState(facts, now)} />
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
        <Pages {...{ words, onPage }} />
      </header>
      {offered && <SwitchOn site={offered} {...{ words, onSwitchOn }} />}
      <Yields yielded={facts.yielded} {...{ words, now }} />
      <MarketLine market={marketWords(words, facts, now)} words={words} />
      <Closings officials={facts.officials} words={words} />
      <Filters counts={countsOf(facts.episodes)} tier={tier} words={words} onTier={setTier} />
      <div class="scroll">
        {!flagged && (
          <Empty venues={facts.venues} narrowed={search !== '' || tier !== null} {...{ words, now }} />
        )}
        <List
          {...{ groups, words, menu, whole }}
          onOpen={actions.onOpen}
          onUnmute={actions.onUnmute}
          onWatch={actions.onWatch}
          onDetails={actions.onDetails}
          onMute={(row, length) => {
            actions.onMute(row, length)
            closeMenu(row.episode.id)
          }}
          onMenu={(row) => (row ? setMenu(row.episode.id) : menu && closeMenu(menu))}
        />
      </div>
      <VenueStates venues={facts.venues} {...{ words, now, onRetry }} onAllow={onSwitchOn} />
      <Hints words={words} />
    </div>
  )
}

/** Offline where no venue speaks; else the worst tier that is not muted. */
function markState({ episodes, venues, mutes }: Facts, now: number): MarkState {
  if (venues.length > 0 && venues.every((venue) => silenceOf(venue, now) !== undefined)) return 'offline'
  const loud = episodes.filter((episode) => isOpen(episode) && !muteOf(muteKey(episode), mutes, now))
  return loud.reduce<Tier | null>((worst, { tier }) => strongerTier(worst, tier), null) ?? 'calm'
}
