import { detailsAddress } from '../shared/details-address.ts'
import { language } from '../shared/language.ts'
import { openPage } from '../shared/open-page.ts'
import { defaultSettings } from '../shared/settings/settings.ts'
import { settings, syncSettingsAgain } from '../shared/settings/settings-item.ts'
import type { Lang } from '../shared/languages.ts'
import { browser } from '../shared/web-extension.ts'
import { withTimeout } from '../shared/with-timeout.ts'
import { deleteData } from './delete-data.ts'
import { firstRun } from './first-run.ts'
import { heldBackSummaries } from './held-back-summaries.ts'
import { pastEpisodes, scorecard } from './history/history.ts'
import { measureDueOutcomes } from './history/measure-due-outcomes.ts'
import { injectBanner, watchPages } from './output/banner-scripts.ts'
import { runKeyCommand } from './output/key-commands.ts'
import { handleNotificationClick } from './output/notifications/notification-click.ts'
import { notificationsAllowed, sendTestNotification } from './output/notifications/test-notification.ts'
import { followReturnedPages } from './output/returned-pages.ts'
import { answerMessages } from './pages/answer-messages.ts'
import { createCommandAdmission } from './pages/admit-command.ts'
import { parseCommand, storeCommand } from './pages/commands.ts'
import { healthOf } from './pages/health.ts'
import { createLivePorts } from './pages/live-ports.ts'
import { answerQueries } from './pages/queries.ts'
import { createSchedule } from './schedule.ts'
import { missedAnswers } from './storage/browser-answer.ts'
import { serialQueue } from './storage/serial-queue.ts'
import { setAsideParts } from './storage/set-aside.ts'
import { tryDatabaseAgain } from './storage/store-in-database.ts'
import { allowedSites, enableGrantedVenues } from './venues/permissions.ts'
import { tapeSummaryOf } from './venues/tape-summary.ts'
import { openWiring, type Wiring } from './wiring.ts'

// The browser may end the worker at any time and wake it for an event. Listeners are therefore registered
// synchronously at top level, everything asynchronous waits for `ready`, and state that must survive is stored.
// https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events

const tickMs = 1000
/** Interval of an extension call that keeps the worker awake, ms: Firefox does not count socket messages. */
const keepAwakeMs = 20_000
const wakeAlarm = 'wake'

const livePorts = createLivePorts()
const admitsCommand = createCommandAdmission()
const ready = wake()
/** The browser left something unanswered when the settings were applied: they are applied again. */
let isIncomplete = false
const enqueue = serialQueue('follow the settings')
const enqueuePages = serialQueue('watch the pages')

// Without a listener Firefox starts no event page with the browser, and Chromium no worker before the next alarm:
// nothing would be watched. That the script runs is all that is needed; it is also the time to sync what could not be.
browser.runtime.onStartup.addListener(() => void syncSettingsAgain())
browser.runtime.onInstalled.addListener(({ reason }) => void firstRun(reason))
browser.runtime.onConnect.addListener((port) => livePorts.connect(port))
answerMessages((message, sender) => {
  const command = parseCommand(message)
  if (!command || !admitsCommand(command, sender, Date.now())) return undefined
  if (command.kind === 'details') {
    openPage(browser.runtime.getURL(detailsAddress(command.episode)))
    return undefined
  }
  if (command.kind === 'retry') return ready.then(retryVenues)
  if (command.kind === 'run-banner')
    return chosenLanguage().then((lang) => injectBanner(sender.tab?.id, lang))
  return Promise.all([ready, storeCommand(command, Date.now())]).then(([{ publisher }]) =>
    publisher.updateBadge(),
  )
})
answerMessages(
  answerQueries({
    candles: async ({ pair, ...span }) => (await ready).candles.get(pair, span, Date.now()),
    tape: async ({ pair }) => tapeSummaryOf(pair, (await ready).venues.running()),
    elsewhere: async ({ pair }) => (await ready).crossVenue.elsewhere(pair),
    recording: async ({ episode }) => (await ready).recordings.get(episode),
    course: async ({ episode }) => (await ready).courses.get(episode),
    history: pastEpisodes,
    scorecard,
    'held-back': async () => heldBackSummaries((await ready).publisher.episodes()),
    unstored: async () => (await ready).publisher.unstored(),
    preview: async ({ settings: previewed }) => (await ready).recorder.preview(previewed, Date.now()),
    'notifications-allowed': notificationsAllowed,
    'test-notification': async ({ sound }) => sendTestNotification(await chosenLanguage(), sound),
    health: async () => ({
      ...healthOf((await ready).venues, Date.now()),
      setAside: await setAsideParts(),
    }),
    'try-again': async () => {
      tryDatabaseAgain()
      retryVenues(await ready)
      await applySettings()
      return true as const
    },
    'delete-data': async () => deleteData(await ready),
  }),
)
browser.notifications.onClicked.addListener((id) => void onNotificationClick(id, null))
// Firefox does not support buttons on notifications.
browser.notifications.onButtonClicked?.addListener((id, button) => void onNotificationClick(id, button))
browser.commands?.onCommand.addListener(
  (command, tab) =>
    void ready.then(({ publisher }) =>
      runKeyCommand(command, tab?.id, livePorts, Date.now()).then(() => publisher.updateBadge()),
    ),
)
// The alarm wakes a dead worker, which then also measures what became due meanwhile.
browser.alarms.onAlarm.addListener(
  () =>
    void ready.then(({ venues, candles }) => {
      if (isIncomplete) void applySettings()
      return measureDueOutcomes({ engines: venues.engines, candles: candles.get })
    }),
)
browser.runtime.onSuspend?.addListener(() => void ready.then(saveState))
browser.permissions.onRemoved.addListener(({ origins = [] }) => {
  void ready.then(({ venues }) => venues.stopWithoutAccess(origins)).then(applySettings)
})
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  void enableGrantedVenues(origins)
    .catch(() => undefined)
    .then(applySettings)
})
settings.follow((present) => {
  void ready.then(({ priceWatch }) => priceWatch.apply(present))
  void applySettings()
})
followReturnedPages({
  running: () => livePorts.tabs(),
  async sites() {
    const { venues, chartSites } = await settingsOrDefaults()
    return [...venues, ...chartSites]
  },
})
// Settings that are not read in time are followed once they are; until then the venues of the install are watched.
void settings.get().catch(applySettings)

async function wake(): Promise<Wiring> {
  void createAlarm()
  const wiring = await openWiring(livePorts)
  const tick = createSchedule(wiring)
  setInterval(() => tick(Date.now()), tickMs)
  setInterval(() => void browser.runtime.getPlatformInfo(), keepAwakeMs)
  return wiring
}

function retryVenues({ venues, officialWatch }: Wiring): void {
  venues.running().forEach((venue) => venue.retry())
  officialWatch.checkNow()
}

/** Creating an alarm anew restarts its period: only where there is none. */
async function createAlarm(): Promise<void> {
  const present = await withTimeout(browser.alarms.get(wakeAlarm), 'The alarm').catch(() => undefined)
  if (!present) await browser.alarms.create(wakeAlarm, { periodInMinutes: 0.5 })
}

async function saveState({ recorder, recordings, engineSaver, venues }: Wiring): Promise<void> {
  // The last chance waits for none.
  tryDatabaseAgain()
  await recorder.flush()
  await recordings.flush()
  await engineSaver.saveAll(venues.engines())
}

const settingsOrDefaults = () => settings.get().catch(() => defaultSettings)

/** Watches the venues that are switched on and allowed, and the pages of sites that are, for what to show there. */
async function applySettings(): Promise<void> {
  const missedBefore = missedAnswers()
  await Promise.all([
    enqueue(async () => {
      const { venues, publisher } = await ready
      await venues.apply(await settingsOrDefaults())
      await publisher.refresh(Date.now())
    }),
    // What is stored is shown at once: the banner does not wait for the engines.
    enqueuePages(async () => {
      await watchPages(await allowedSites(await settingsOrDefaults()), livePorts.tabs())
    }),
  ])
  isIncomplete = missedAnswers() > missedBefore
}

async function onNotificationClick(notification: string, button: number | null): Promise<void> {
  const [{ publisher }, lang] = await Promise.all([ready, chosenLanguage()])
  const all = publisher.episodes()
  await handleNotificationClick(notification, button, { all, lang, tabOf: livePorts.tabOf })
  await publisher.updateBadge()
}

async function chosenLanguage(): Promise<Lang> {
  return (await settingsOrDefaults()).language ?? language()
}
