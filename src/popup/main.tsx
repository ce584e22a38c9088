import { render } from 'preact'
import type { Site } from '../exchanges/exchange.ts'
import { siteOf } from '../exchanges/registry.ts'
import { sendQuery } from '../shared/messages/send-query.ts'
import { sendCommand } from '../shared/messages/send-command.ts'
import { detailsAddress } from '../shared/details-address.ts'
import { openExtensionPage, openPage } from '../shared/open-page.ts'
import { changeSettings } from '../shared/settings/settings-item.ts'
import { siteOfActiveTab } from '../shared/site-of-url.ts'
import { switchVenue } from '../shared/settings/venue-switch.ts'
import { openLiveLink } from '../shared/messages/live-link.ts'
import { answerLimitMs } from '../shared/with-timeout.ts'
import { muteKey, muteOf } from '../shared/visible.ts'
import { everySecond } from '../ui/page/every-second.ts'
import { createPageFrame } from '../ui/page/page-frame.ts'
import '../ui/tokens.css'
import '../ui/page/page-tokens.css'
import '../ui/base.css'
import '../ui/form/controls.css'
import '../ui/card/spark.css'
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
const frame = createPageFrame(popupWords)

function openRow({ episode: { venue, base, quote } }: ListRow): void {
  if (base === null || quote === null) return
  const url = siteOf(venue)?.pageOf({ base, quote }, frame.words.lang)
  if (url) openPage(url)
}

function muteRow({ episode }: ListRow, durationMs: number | null): void {
  const until = durationMs === null ? null : Date.now() + durationMs
  sendCommand({ kind: 'mute', pair: muteKey(episode), until })
}

/** Removes the mute that applies to the row: the pair's own, or the one of all pairs. */
function unmuteRow({ mutes }: PopupData, { episode }: ListRow): void {
  const mute = muteOf(muteKey(episode), mutes, Date.now())
  if (mute) sendCommand({ kind: 'unmute', pair: mute.pair })
}

function toggleWatch({ episode, watched }: ListRow): void {
  const key = muteKey(episode)
  void changeSettings((present) => {
    const others = present.watch.filter((known) => known !== key)
    return { ...present, watch: watched ? others : [...others, key] }
  }).catch(() => undefined)
}

let data: PopupData | null = null
/** What the background could not store. */
let unstored: Partial<PopupData> = {}
// An empty popup would look as if there were nothing to say.
setTimeout(() => {
  if (!data && root) render(<UnansweredParts parts={['storage']} words={frame.words} />, root)
}, answerLimitMs)
/** The site in the active tab; null until it is known. */
let activeSite: Site | null = null
function draw(): void {
  if (!root || !data) return
  const present = withUnstored(data, unstored)
  render(
    <Popup
      data={present}
      words={frame.words}
      now={Date.now()}
      onRetry={() => sendCommand({ kind: 'retry' })}
      offered={activeSite && !present.settings.venues.includes(activeSite.id) ? activeSite : null}
      onSwitchOn={(venue) => void switchVenue(venue, true).catch(() => false)}
      onOpen={openRow}
      onMute={muteRow}
      onUnmute={(row) => unmuteRow(present, row)}
      onWatch={toggleWatch}
      onDetails={({ episode }) => openExtensionPage(detailsAddress(episode.id))}
      onPage={(page) => openExtensionPage(`/src/${page}/index.html`)}
    />,
    root,
  )
}
/** What can wait until the first list is on screen. */
function startRest(): void {
  void siteOfActiveTab().then((site) => {
    activeSite = site
    draw()
  })
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
