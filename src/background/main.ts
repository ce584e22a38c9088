import browser from 'webextension-polyfill'
import { openEpisodes } from '../detect/open-episodes.ts'
import type { Episode } from '../market/episode.ts'
import { detailsAddress } from '../shared/details-address.ts'
import { crosses, episodes } from '../shared/items.ts'
import { openPage } from '../shared/open-page.ts'
import { settings } from '../shared/settings-item.ts'
import { allowedSites, switchOnGranted } from './allowed.ts'
import { answering } from './answers.ts'
import { keepBanners, startBanner } from './banner-scripts.ts'
import { type Beside, openBeside } from './beside.ts'
import { openBoard } from './board.ts'
import { createCandles } from './candles.ts'
import { createCourses } from './courses.ts'
import { createForexPoll, type ForexPoll } from './forex-poll.ts'
import { inTurn } from './in-turn.ts'
import { createKeeper } from './keeper.ts'
import { answerNotification } from './notify.ts'
import { createOfficials, type Officials } from './officials.ts'
import { flaggedOf, liveOf, symbolsOf } from './on-screen.ts'
import { createPaint, type Paint } from './paint.ts'
import { keepAcross, loadAcross, saveEngine } from './saved.ts'
import { tapeSummary } from './tape-summary.ts'
import { createViews } from './views.ts'
import { createWatch, type Watch } from './watch.ts'
import { carryOut, requestOf } from './wishes.ts'

// The worker dies and is woken; that is normal. Listeners stand at top level, everything that takes
// time hangs on one `ready` promise, and what must survive is stored.

const beatMs = 1000
const dayMs = 86_400_000
/** Keeps the worker awake: the browser counts extension calls, Firefox not even socket messages. */
const awakeMs = 20_000
/** How often figures that merely move are stored: while a page looks, and while none does. */
const refreshMs = { seen: 2000, unseen: 10_000 } as const
const wakeAlarm = 'wake'

const views = createViews()
const keeper = createKeeper(saveEngine)
const courses = createCourses()
const ready = wake()
const candles = ready.then(({ watch }) => createCandles(watch.venues))
const inOrder = inTurn('follow the settings')

browser.runtime.onConnect.addListener((port) => views.connect(port))
browser.runtime.onMessage.addListener((message: unknown) => {
  const request = requestOf(message)
  if (!request) return undefined
  if (request.kind === 'details') return openPage(browser.runtime.getURL(detailsAddress(request.episode)))
  if (request.kind === 'retry')
    return ready.then(({ watch, officials }) => {
      watch.venues().forEach((venue) => venue.retry())
      officials.again()
    })
  return Promise.all([ready, carryOut(request, Date.now())]).then(([{ paint }]) => paint.badge())
})
browser.runtime.onMessage.addListener(
  answering({
    candles: async ({ pair, intervalMs }) => (await candles).of(pair, intervalMs, Date.now()),
    tape: async ({ pair }) => tapeSummary(pair, (await ready).watch.venues()),
    elsewhere: async ({ pair }) => (await ready).beside.elsewhere(pair),
    course: ({ episode }) => courses.of(episode),
  }),
)
browser.notifications.onClicked.addListener((id) => answer(id, 0))
// Firefox shows no buttons.
browser.notifications.onButtonClicked?.addListener((id, button) => answer(id, button))
// An alarm that finds the worker dead wakes it; being woken is all it is for.
browser.alarms.onAlarm.addListener(() => undefined)
browser.runtime.onSuspend?.addListener(() => void ready.then(({ watch }) => keeper.all(enginesOf(watch))))
browser.permissions.onRemoved.addListener(({ origins = [] }) => {
  void ready.then(({ watch }) => watch.lose(origins)).then(reconsider)
})
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void switchOnGranted(origins).then(reconsider)
})
settings.follow(() => void reconsider())

interface Parts {
  readonly watch: Watch
  readonly paint: Paint
  readonly beside: Beside
  readonly forex: ForexPoll
  readonly officials: Officials
}

async function wake(): Promise<Parts> {
  // Creating an alarm restarts its period: only where there is none.
  if (!(await browser.alarms.get(wakeAlarm))) void browser.alarms.create(wakeAlarm, { periodInMinutes: 0.5 })
  const board = await openBoard()
  const onChanged = (venue: string, changed: readonly Episode[]) => {
    keeper.soon(venue, Date.now())
    paint.spread(changed)
    void courses.note(changed)
  }
  const officials = createOfficials({
    inQuestion: (venue) => [...symbolsOf(venue, views.pairs()), ...flaggedOf(venue)],
    onChanged,
  })
  const beside = openBeside(await loadAcross(), { shown: () => board.all(), suspended: officials.suspended })
  const forex = createForexPoll((rates) => beside.takeForex(rates))
  const watch = createWatch({
    onScreen: (venue) => symbolsOf(venue, views.pairs()),
    onTicks: (engine, ticks) => beside.hear(engine, ticks, Date.now()),
    onChanged,
    shown: () => board.all(),
  })
  const paint = createPaint(board, watch, (card) => beside.join(card, Date.now()))
  void settings.get().then(({ retentionDays }) => courses.prune(retentionDays * dayMs))
  setInterval(() => beat({ watch, paint, beside, forex, officials }), beatMs)
  setInterval(() => void browser.runtime.getPlatformInfo(), awakeMs)
  return { watch, paint, beside, forex, officials }
}

/** Watches what is switched on and allowed, and lets the banner run there. */
function reconsider(): Promise<void> {
  return inOrder(async () => {
    const { watch, paint } = await ready
    const chosen = await settings.get()
    await watch.follow(chosen)
    await paint.refresh(Date.now())
    const sites = await allowedSites(chosen.venues)
    for (const site of await keepBanners(sites)) await startBanner(site, views.tabs())
  })
}

const enginesOf = (watch: Watch) => watch.venues().map(({ engine }) => engine)

let refreshedAt = 0
/** Who is the same coin as whom took an hour and a half to learn. */
const keepMs = 60_000
let keptAt = Date.now()

function beat({ watch, paint, beside, forex, officials }: Parts): void {
  const now = Date.now()
  views.push((pair) => liveOf(pair, watch.venues(), now, beside))
  keeper.beat(enginesOf(watch), now)
  forex.beat(now)
  officials.beat(watch.venues(), now)
  const gaps = beside.beat(now)
  if (gaps.length > 0) paint.spread(gaps)
  if (now - keptAt > keepMs) {
    keptAt = now
    void keepAcross(beside.saved())
  }
  if (now - refreshedAt < (views.size > 0 ? refreshMs.seen : refreshMs.unseen)) return
  refreshedAt = now
  void paint.refresh(now)
  void crosses.set(beside.rates())
  void courses.note(watch.venues().flatMap(({ engine }) => openEpisodes(engine)))
}

function answer(notification: string, button: number): void {
  void episodes.get().then((all) => answerNotification(notification, button, all))
}
