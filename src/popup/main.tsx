import { render } from 'preact'
import type { Site } from '../exchanges/exchange.ts'
import { siteOf } from '../exchanges/registry.ts'
import { sendQuery } from '../shared/messages/send-query.ts'
import { sendCommand } from '../shared/messages/send-command.ts'
import { detailsAddress } from '../shared/details-address.ts'
import { openExtensionPage, openPage } from '../shared/open-page.ts'
import { defaultSettings } from '../shared/settings/settings.ts'
import { pairRuleOf, quieterThan, withoutPairRule, withPairRule } from '../shared/settings/pair-rules.ts'
import { changeSettings } from '../shared/settings/settings-item.ts'
import { sidePanelOpener } from '../shared/side-panel.ts'
import { siteOfActiveTab } from '../shared/site-of-url.ts'
import { switchVenue } from '../shared/settings/venue-switch.ts'
import { openLiveLink } from '../shared/messages/live-link.ts'
import { answerLimitMs } from '../shared/with-timeout.ts'
import { muteKey } from '../shared/visible.ts'
import { everySecond } from '../ui/page/every-second.ts'
import { createPageFrame } from '../ui/page/page-frame.ts'
import '../ui/tokens.css'
import '../ui/page/page-tokens.css'
import '../ui/base.css'
import '../ui/form/controls.css'
import '../ui/card/spark.css'
import '../ui/mutes/mute-list.css'
import { followPopupData, type PopupData, withUnstored } from './popup-data.ts'
import { UnansweredParts } from './venues/unanswered-parts.tsx'
import { Popup } from './popup.tsx'
import './popup.css'
import type { ListRow } from './list/rows.ts'
import { popupWords } from './words.ts'

// Storage is read first: what else the list needs is created while the reads are pending.
followPopupData((next) => {
  const isFirst = data === null
  data = next
  frame.apply(next.settings)
  draw()
  // The list comes first: what follows wakes the worker, which would compete for the CPU.
  if (isFirst) requestAnimationFrame(() => setTimeout(startRest))
})

const root = document.querySelector('#popup')
const frame = createPageFrame(popupWords, draw)

function openRow({ episode: { venue, symbol, base, quote } }: ListRow): void {
  if (base === null || quote === null) return
  const url = siteOf(venue)?.pageOf({ symbol, base, quote }, document.documentElement.lang)
  if (url) openPage(url)
}

function muteRow({ episode }: ListRow, durationMs: number | null): void {
  const until = durationMs === null ? null : Date.now() + durationMs
  sendCommand({ kind: 'mute', pair: muteKey(episode), until })
}

/** Notifies of the pair from a higher tier on, by a rule of its own; returns what brings the rule before it back. */
function beQuieter({ episode }: ListRow): () => void {
  const pair = muteKey(episode)
  const before = data && pairRuleOf(data.settings.pairRules, pair)
  sendCommand({ kind: 'quieter', pair, least: quieterThan(episode.tier) })
  return () =>
    void change((present) => ({
      ...present,
      pairRules: before ? withPairRule(present.pairRules, before) : withoutPairRule(present.pairRules, pair),
    }))
}

/** Changes the settings; why they were not saved is shown. */
async function change(how: Parameters<typeof changeSettings>[0]): Promise<void> {
  failure = await changeSettings(how).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  draw()
}

async function toggleWatch({ episode, watched }: ListRow): Promise<void> {
  const key = muteKey(episode)
  await change((present) => {
    const others = present.watch.filter((known) => known !== key)
    return { ...present, watch: watched ? others : [...others, key] }
  })
}

let data: PopupData | null = null
/** The storage has not answered in time. */
let isSilent = false
/** What the background could not store. */
let unstored: Partial<PopupData> = {}
// An empty popup would look as if there were nothing to say.
setTimeout(() => {
  isSilent = data === null
  if (isSilent) frame.apply(defaultSettings)
}, answerLimitMs)
/** The site in the active tab; null until it is known. */
let activeSite: Site | null = null
/** Opens the same list beside the page; null until that is known to be possible. */
let openPanel: (() => Promise<void>) | null = null
/** Why the last change of the settings was not saved. */
let failure: string | null = null
/** The panel beside the page is the same page at full height; it knows no tab: `activeTab` is for a press of the button. */
const isPanel = document.documentElement.classList.contains('panel')
function draw(): void {
  const { words } = frame
  if (!root || !words) return
  if (!data) return isSilent ? render(<UnansweredParts parts={['storage']} words={words} />, root) : undefined
  const present = withUnstored(data, unstored)
  render(
    <Popup
      data={present}
      words={words}
      now={Date.now()}
      onRetry={() => sendCommand({ kind: 'retry' })}
      offered={activeSite && !present.settings.venues.includes(activeSite.id) ? activeSite : null}
      onSwitchOn={(venue) => void switchVenue(venue, true).catch(() => false)}
      onOpen={openRow}
      onMute={muteRow}
      onUnmute={(pair) => sendCommand({ kind: 'unmute', pair })}
      onNotHelpful={({ episode }, isNot) => sendCommand({ kind: 'not-helpful', episode: episode.id, isNot })}
      onQuieter={beQuieter}
      onWatch={(row) => void toggleWatch(row)}
      failure={failure}
      onPanel={openPanel && (() => void openPanel?.().then(() => close()))}
      onDetails={({ episode }) => openExtensionPage(detailsAddress(episode.id))}
      onPage={(page) => openExtensionPage(`/src/${page}/index.html`)}
    />,
    root,
  )
}
/** The window that the popup stands in: its active tab, and whether the list can stand beside the page. */
async function readWindow(): Promise<void> {
  ;[activeSite, openPanel] = await Promise.all([siteOfActiveTab(), sidePanelOpener().catch(() => null)])
  draw()
}
/**
 * A popup is as wide as its content asks for, so its styles cannot ask for the window's width: only once it is on
 * screen is it known that the browser gave it less, as Firefox does in its menu of further buttons.
 */
function fitWidth(): void {
  const { offsetWidth } = document.body
  const isNarrow = innerWidth >= minWidthPx && innerWidth < offsetWidth
  if (isNarrow) document.documentElement.classList.add('narrow')
}
/** Less than this is a popup that has no size yet, px. */
const minWidthPx = 280
/** What can wait until the first list is on screen. */
function startRest(): void {
  if (!isPanel) void readWindow()
  fitWidth()
  everySecond(() => {
    draw()
    void sendQuery('unstored', {}).then((answer) => (unstored = answer ?? {}))
  })
  // While a page holds this port open, the background stores changed figures more often.
  openLiveLink(
    () => undefined,
    () => undefined,
    new AbortController().signal,
  )
}
