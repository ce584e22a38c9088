import { render } from 'preact'
import { siteOf } from '../exchanges/registry.ts'
import type { Episode } from '../market/episode.ts'
import { subjectOf } from '../shared/details-address.ts'
import { crosses, episodes, officials, venues } from '../shared/storage/items.ts'
import { language } from '../shared/language.ts'
import { openPage } from '../shared/open-page.ts'
import { extendCourse } from '../shared/course.ts'
import { settings } from '../shared/settings/settings-item.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { openLiveLink } from '../shared/messages/live-link.ts'
import { applyAppearance } from '../ui/apply-appearance.ts'
import { appearanceOf } from '../ui/appearance.ts'
import { Absent } from './panels/absent.tsx'
import { valueOf } from './answer.ts'
import { createAsking } from './asking.ts'
import { Details } from './details.tsx'
import { noFacts, type Facts } from './facts.ts'
import { titleOfScene } from './panels/head.tsx'
import { sceneOf, type Shown } from './scene.ts'
import { detailsWords } from './words.ts'

/** Ages move on between messages, ms. */
const BEAT = 1_000

const dark = matchMedia('(prefers-color-scheme: dark)')

/** Shows the page in `root` and keeps it up to date until the signal aborts. */
export function run(root: Element, signal: AbortSignal): void {
  let facts: Facts = noFacts
  let chosen: Settings | null = null
  let words = detailsWords(language())
  let shown = ''
  let asking = createAsking((change) => learn(change(facts)))
  const link = openLiveLink(
    (live) => {
      const scene = sceneOf(facts, Date.now())
      if (scene.kind === 'shown' && scene.pair && isSame(scene.pair, live.pair)) learn({ ...facts, live })
    },
    () => undefined,
    signal,
  )

  function learn(next: Facts): void {
    facts = next
    draw()
  }
  function draw(): void {
    if (!chosen || signal.aborted) return
    const now = Date.now()
    const scene = sceneOf(facts, now)
    const look = appearanceOf(chosen, language())
    if (words.lang !== look.lang) words = detailsWords(look.lang)
    applyAppearance(look, document.documentElement)
    document.title =
      scene.kind === 'shown'
        ? words.say('title.tab', { pair: titleOfScene(words, scene) })
        : words.say('title.none')
    if (scene.kind !== 'shown') return render(<Absent kind={scene.kind} words={words} />, root)
    const { episode } = scene
    const found =
      facts.found ?? valueOf(facts.history, []).find((past) => past.episode.id === episode?.id) ?? null
    facts = { ...facts, found, seen: episode && seenNow(facts, episode) }
    follow(scene)
    render(
      // The canvas has its colours from the look: another look is another chart.
      <Details
        key={`${look.theme} ${look.direction} ${dark.matches}`}
        {...{ scene, facts, words, look, now }}
        onTradingPage={() => openTradingPage(scene, look.lang)}
      />,
      root,
    )
  }
  /** Tells the background which pair is looked at, so that its trades are followed. */
  function follow({ pair }: Shown): void {
    const key = JSON.stringify(pair)
    if (key === shown) return
    shown = key
    link.show(pair)
  }
  function beat(): void {
    draw()
    if (document.visibilityState === 'visible') asking.beat(sceneOf(facts, Date.now()), facts, Date.now())
  }
  /** Begins anew with what the address says: whatever was asked about something else does not count. */
  function read(): void {
    asking.stop()
    asking = createAsking((change) => learn(change(facts)))
    const { episodes, venues, officials, rates } = facts
    learn({ ...noFacts, episodes, venues, officials, rates, subject: subjectOf(location.hash) })
    beat()
  }

  read()
  addEventListener('hashchange', read, { signal })
  dark.addEventListener('change', draw, { signal })
  settings.follow((value) => {
    chosen = value
    draw()
  }, signal)
  episodes.follow((value) => {
    learn({ ...facts, episodes: value })
    beat()
  }, signal)
  venues.follow((value) => learn({ ...facts, venues: value }), signal)
  officials.follow((value) => learn({ ...facts, officials: value }), signal)
  crosses.follow((value) => learn({ ...facts, rates: value }), signal)
  const timer = setInterval(beat, BEAT)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    render(null, root)
  })
}

/** What the page has seen of an episode; of a pair's next one it has seen nothing yet. */
function seenNow({ seen }: Facts, episode: Episode): Facts['seen'] {
  const before = seen?.episode === episode.id ? seen.course : null
  return { episode: episode.id, course: extendCourse(before, episode) }
}

function isSame(a: { venue: string; base: string; quote: string }, b: typeof a): boolean {
  return a.venue === b.venue && a.base === b.base && a.quote === b.quote
}

function openTradingPage({ pair }: Shown, lang: string): void {
  const url = pair && siteOf(pair.venue)?.pageOf(pair, lang)
  if (url) openPage(url)
}
