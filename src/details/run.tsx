import { render } from 'preact'
import { siteOf } from '../exchanges/registry.ts'
import type { Episode } from '../market/episode.ts'
import { subjectOf } from '../shared/details-address.ts'
import { followAll } from '../shared/storage/follow-all.ts'
import { sendCommand } from '../shared/messages/send-command.ts'
import { crosses, episodes, keyChecks, officials, venues } from '../shared/storage/items.ts'
import { openPage } from '../shared/open-page.ts'
import { extendCourse } from '../shared/course.ts'
import { settings } from '../shared/settings/settings-item.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { openLiveLink } from '../shared/messages/live-link.ts'
import { everySecond } from '../ui/page/every-second.ts'
import { createPageFrame } from '../ui/page/page-frame.ts'
import { EmptyPage } from './panels/empty-page.tsx'
import { valueOr } from './data/query-result.ts'
import { createQueryPoller } from './data/query-poller.ts'
import { Details } from './details.tsx'
import { noData, type DetailsData } from './data/details-data.ts'
import { subjectTitle } from './panels/subject-title.ts'
import { viewOf, type SubjectView } from './data/details-view.ts'
import { detailsWords } from './words.ts'

type StoredData = Pick<DetailsData, 'venues' | 'officials' | 'rates' | 'keyChecks'> & {
  readonly episodes: readonly Episode[]
  readonly settings: Settings
}

const items = { settings, episodes, venues, officials, rates: crosses, keyChecks }
const darkScheme = matchMedia('(prefers-color-scheme: dark)')

/** Renders the page into `root` and keeps it up to date until the signal aborts. */
export function run(root: Element, signal: AbortSignal): void {
  const frame = createPageFrame(detailsWords, draw)
  let data: DetailsData = noData
  let currentSettings: Settings | null = null
  let followedPair = ''
  let poller = createQueryPoller((change) => update(change(data)))
  const link = openLiveLink(
    (live) => {
      const view = viewOf(data, Date.now())
      if (view.kind === 'shown' && view.pair && isSamePair(view.pair, live.pair)) update({ ...data, live })
    },
    () => undefined,
    signal,
  )

  function update(next: DetailsData): void {
    data = next
    draw()
  }
  function draw(): void {
    if (!currentSettings || signal.aborted) return
    const now = Date.now()
    const view = viewOf(data, now)
    const appearance = frame.apply(currentSettings)
    const { words } = frame
    if (!words) return
    document.title =
      view.kind === 'shown'
        ? words.say('title.tab', { pair: subjectTitle(words, view) })
        : words.say('title.none')
    if (view.kind !== 'shown') return render(<EmptyPage kind={view.kind} words={words} />, root)
    const { episode } = view
    const fromHistory =
      data.fromHistory ?? valueOr(data.history, []).find((past) => past.episode.id === episode?.id) ?? null
    data = { ...data, fromHistory, observed: episode && observe(data, episode) }
    followTrades(view)
    render(
      // The chart reads its colours once: another appearance needs a new chart.
      <Details
        key={`${appearance.theme} ${appearance.direction} ${darkScheme.matches}`}
        {...{ view, data, words, appearance, now }}
        onCheck={(episode, step, isDone) => sendCommand({ kind: 'key-check', episode, step, isDone })}
        onTradingPage={() => openTradingPage(view, appearance.lang)}
      />,
      root,
    )
  }
  /** Reports the pair on screen to the background, which then follows its trades. */
  function followTrades({ pair }: SubjectView): void {
    const key = JSON.stringify(pair)
    if (key === followedPair) return
    followedPair = key
    link.show(pair)
  }
  function tick(): void {
    draw()
    if (document.visibilityState === 'visible') poller.tick(viewOf(data, Date.now()), data, Date.now())
  }
  /** Starts over with the subject in the address. Pending queries about another subject are dropped. */
  function readAddress(): void {
    poller.stop()
    poller = createQueryPoller((change) => update(change(data)))
    const { episodes, venues, officials, rates, keyChecks } = data
    update({ ...noData, episodes, venues, officials, rates, keyChecks, subject: subjectOf(location.hash) })
    tick()
  }

  readAddress()
  addEventListener('hashchange', readAddress, { signal })
  darkScheme.addEventListener('change', draw, { signal })
  followAll<StoredData>(
    items,
    ({ settings, ...stored }, changed) => {
      currentSettings = settings
      update({ ...data, ...stored })
      // The episode decides what is queried.
      if (changed.episodes) tick()
    },
    signal,
  )
  everySecond(tick, signal)
  signal.addEventListener('abort', () => render(null, root))
}

/**
 * The course of the episode as this page has observed it, with its present state. What the venue told of its contract
 * the background alone observes.
 */
function observe({ observed, course: recorded }: DetailsData, episode: Episode): DetailsData['observed'] {
  const before = observed?.episode === episode.id ? observed.course : null
  const course = extendCourse(before, episode)
  const contract = valueOr(recorded, null)?.contract
  const isKnown = contract === undefined || contract === course.contract
  return { episode: episode.id, course: isKnown ? course : { ...course, contract } }
}

function isSamePair(a: { venue: string; base: string; quote: string }, b: typeof a): boolean {
  return a.venue === b.venue && a.base === b.base && a.quote === b.quote
}

function openTradingPage({ pair, episode }: SubjectView, lang: string): void {
  const url = pair && siteOf(pair.venue)?.pageOf({ ...pair, symbol: episode?.symbol ?? null }, lang)
  if (url) openPage(url)
}
