import browser from 'webextension-polyfill'
import { marketState, openEpisodes } from '../detect/engine.ts'
import { resume } from '../detect/resume.ts'
import { exchanges } from '../exchanges/registry.ts'
import { type Episode, isOpen } from '../market/episode.ts'
import type { Pair } from '../market/pair.ts'
import { episodes, markets, mutes, venues } from '../shared/items.ts'
import type { Live } from '../shared/messages.ts'
import { settings } from '../shared/settings-item.ts'
import { badgeOf, paintBadge } from './badge.ts'
import { openBoard, type Board } from './board.ts'
import { answerNotification, digest, notify } from './notify.ts'
import { inTurn } from './in-turn.ts'
import { loadEngine, saveEngine } from './saved.ts'
import { type Venue, watchVenue } from './venue.ts'
import { createViews } from './views.ts'
import { carryOut, requestOf } from './wishes.ts'

// The worker dies and is woken; that is normal. Listeners stand at top level, everything that takes
// time hangs on one `ready` promise, and what must survive is stored.

const beatMs = 1000
/** Keeps the worker awake: the browser counts extension calls, Firefox not even socket messages. */
const awakeMs = 20_000
/** The engine is saved so often, and so soon after an episode changed: a crash changes hundreds at once. */
const saveMs = 60_000
const saveSoonMs = 2000
/** How often figures that merely move are stored: while a page looks, and while none does. */
const refreshMs = { seen: 2000, unseen: 10_000 } as const
const wakeAlarm = 'wake'

const views = createViews()
let watched: readonly Venue[] = []

browser.runtime.onConnect.addListener((port) => views.connect(port))
browser.runtime.onMessage.addListener((message: unknown) => {
  const request = requestOf(message)
  if (!request) return undefined
  if (request.kind === 'retry') return ready.then(() => watched.forEach((venue) => venue.retry()))
  return carryOut(request, Date.now()).then(paint)
})
browser.notifications.onClicked.addListener((id) => answer(id, 0))
// Firefox shows no buttons.
browser.notifications.onButtonClicked?.addListener((id, button) => answer(id, button))
// An alarm that finds the worker dead wakes it; being woken is all it is for.
browser.alarms.onAlarm.addListener(() => undefined)
browser.runtime.onSuspend?.addListener(() => void saveAll())

const ready = wake()

async function wake(): Promise<void> {
  // Creating an alarm restarts its period: only where there is none.
  if (!(await browser.alarms.get(wakeAlarm))) void browser.alarms.create(wakeAlarm, { periodInMinutes: 0.5 })
  const board = await openBoard()
  const on = (await settings.get()).venues
  watched = await Promise.all(
    exchanges.filter(({ id }) => on.includes(id)).map((exchange) => watch(exchange, board)),
  )
  setInterval(() => beat(board), beatMs)
  setInterval(() => void browser.runtime.getPlatformInfo(), awakeMs)
  beat(board)
}

async function watch(exchange: (typeof exchanges)[number], board: Board): Promise<Venue> {
  const engine = await loadEngine(exchange.id)
  const venue = watchVenue(exchange, engine, (changed) => spread(changed, board))
  // The stored value is what the trader saw: it outranks a state that was saved before it.
  resume(
    venue.engine,
    board.all().filter((episode) => episode.venue === exchange.id && isOpen(episode)),
  )
  return venue
}

const tellInTurn = inTurn('tell of an episode')

/** The way of a changed episode: stored value, toolbar, notification, and a state to wake up with. */
function spread(changed: readonly Episode[], board: Board): void {
  saveDueAt = Math.min(saveDueAt, Date.now() + saveSoonMs)
  void tellInTurn(async () => {
    await board.post(changed)
    await paint()
    await notify(changed, await mutes.get(), await settings.get())
  })
}

function answer(notification: string, button: number): void {
  void episodes.get().then((all) => answerNotification(notification, button, all))
}

async function paint(): Promise<void> {
  const [all, states, silenced] = await Promise.all([episodes.get(), venues.get(), mutes.get()])
  await paintBadge(badgeOf(all, states, silenced, Date.now()))
}

let refreshedAt = 0
let saveDueAt = Date.now() + saveMs

function beat(board: Board): void {
  const now = Date.now()
  for (const venue of watched) venue.beat(now, symbolsOf(venue, views.pairs()))
  views.push(liveOf)
  if (now >= saveDueAt) {
    saveDueAt = now + saveMs
    void saveAll()
  }
  if (now - refreshedAt < (views.size > 0 ? refreshMs.seen : refreshMs.unseen)) return
  refreshedAt = now
  void refresh(board, now)
}

async function refresh(board: Board, now: number): Promise<void> {
  await venues.set(watched.map((venue) => venue.state(now)))
  await markets.set(watched.flatMap((venue) => marketState(venue.engine) ?? []))
  const open = watched.flatMap((venue) => openEpisodes(venue.engine))
  if (open.length > 0) await board.post(open)
  await digest(board.all(), await settings.get())
  await paint()
}

function symbolsOf(venue: Venue, pairs: readonly Pair[]): readonly string[] {
  const here = pairs.filter((pair) => pair.venue === venue.exchange.id)
  if (here.length === 0) return []
  return [...venue.engine.pairs.values()]
    .filter((known) => here.some((pair) => pair.base === known.base && pair.quote === known.quote))
    .map((known) => known.symbol)
}

function liveOf(pair: Pair): Live | null {
  const venue = watched.find((known) => known.exchange.id === pair.venue)
  if (!venue) return null
  const [symbol] = symbolsOf(venue, [pair])
  const known = symbol === undefined ? undefined : venue.engine.pairs.get(symbol)
  if (!known || known.at === 0) return null
  const episode = openEpisodes(venue.engine).find((open) => open.symbol === symbol) ?? null
  return { kind: 'live', pair, last: known.last, at: known.at, venue: venue.state(Date.now()), episode }
}

async function saveAll(): Promise<void> {
  await Promise.all(watched.map((venue) => saveEngine(venue.engine)))
}
