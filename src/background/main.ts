import browser from 'webextension-polyfill'
import { detailsAddress } from '../shared/details-address.ts'
import { episodes } from '../shared/storage/items.ts'
import { openPage } from '../shared/open-page.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { allowedSites, switchOnGranted } from './venues/permissions.ts'
import { answering } from './pages/queries.ts'
import { keepBanners, startBanner } from './output/banner-scripts.ts'
import { firstRun } from './first-run.ts'
import { forgetAll } from './delete-data.ts'
import { pastEpisodes, scorecard } from './history/history.ts'
import { inTurn } from './storage/serial.ts'
import { answerNotification } from './output/notifications/notify.ts'
import { measureDue } from './history/outcomes-due.ts'
import { openParts, type Parts } from './wiring.ts'
import { createPulse, enginesOf } from './schedule.ts'
import { tapeSummary } from './venues/tape-summary.ts'
import { createViews } from './pages/live-ports.ts'
import { carryOut, requestOf } from './pages/commands.ts'

// The worker dies and is woken; that is normal. Listeners stand at top level, everything that takes
// time hangs on one `ready` promise, and what must survive is stored.

const beatMs = 1000
/** Keeps the worker awake: the browser counts extension calls, Firefox not even socket messages. */
const awakeMs = 20_000
const wakeAlarm = 'wake'

const views = createViews()
const ready = wake()
const inOrder = inTurn('follow the settings')

browser.runtime.onInstalled.addListener(({ reason }) => void firstRun(reason))
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
    candles: async ({ pair, intervalMs }) => (await ready).candles.of(pair, intervalMs, Date.now()),
    tape: async ({ pair }) => tapeSummary(pair, (await ready).watch.venues()),
    elsewhere: async ({ pair }) => (await ready).beside.elsewhere(pair),
    course: async ({ episode }) => (await ready).courses.of(episode),
    history: pastEpisodes,
    scorecard,
    preview: async ({ settings: asked }) => (await ready).record.preview(asked, Date.now()),
    'delete-data': async () => forgetAll(await ready),
  }),
)
browser.notifications.onClicked.addListener((id) => answer(id, 0))
// Firefox shows no buttons.
browser.notifications.onButtonClicked?.addListener((id, button) => answer(id, button))
// An alarm that finds the worker dead wakes it, and what fell due meanwhile is done.
browser.alarms.onAlarm.addListener(() => void ready.then(measureDue))
browser.runtime.onSuspend?.addListener(() => void ready.then(saveAll))
browser.permissions.onRemoved.addListener(({ origins = [] }) => {
  void ready.then(({ watch }) => watch.lose(origins)).then(reconsider)
})
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void switchOnGranted(origins).then(reconsider)
})
settings.follow(() => void reconsider())

async function wake(): Promise<Parts> {
  // Creating an alarm restarts its period: only where there is none.
  if (!(await browser.alarms.get(wakeAlarm))) void browser.alarms.create(wakeAlarm, { periodInMinutes: 0.5 })
  const parts = await openParts(views)
  const pulse = createPulse(parts)
  setInterval(() => pulse(Date.now()), beatMs)
  setInterval(() => void browser.runtime.getPlatformInfo(), awakeMs)
  return parts
}

async function saveAll(parts: Parts): Promise<void> {
  await parts.record.flush()
  await parts.keeper.all(enginesOf(parts))
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

function answer(notification: string, button: number): void {
  void episodes.get().then((all) => answerNotification(notification, button, all))
}
