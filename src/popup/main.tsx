import { render } from 'preact'
import type { Site } from '../exchanges/exchange.ts'
import { siteOf } from '../exchanges/registry.ts'
import { sendCommand } from '../shared/messages/send-command.ts'
import { detailsAddress } from '../shared/details-address.ts'
import { language } from '../shared/language.ts'
import { openExtensionPage, openPage } from '../shared/open-page.ts'
import { changeSettings } from '../shared/settings/settings-item.ts'
import { siteOfActiveTab } from '../shared/site-of-url.ts'
import { switchVenue } from '../shared/settings/venue-switch.ts'
import { openLiveLink } from '../shared/messages/live-link.ts'
import { muteKey, muteOf } from '../shared/visible.ts'
import { applyAppearance } from '../ui/apply-appearance.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/form/controls.css'
import '../ui/card/spark.css'
import { appearanceOf } from '../ui/appearance.ts'
import { followFacts, type Facts } from './facts.ts'
import { Popup } from './popup.tsx'
import './popup.css'
import type { Row } from './rows.ts'
import { popupWords, type PopupWords } from './words.ts'

/** Ages move on between messages, ms. */
const BEAT = 1_000

// Asked first: what else a list takes is made while storage answers.
followFacts((next) => {
  const isFirst = facts === null
  facts = next
  look(next)
  draw()
  // The list first: what follows wakes the worker and others, who would take the time from it.
  if (isFirst) requestAnimationFrame(() => setTimeout(settle))
})

const root = document.querySelector('#popup')
let words: PopupWords = popupWords(language())

/** Speaks and looks as the settings want; the formatters behind the words are costly to make. */
function look({ settings }: Facts): void {
  const wanted = appearanceOf(settings, language())
  applyAppearance(wanted, document.documentElement)
  if (wanted.lang !== words.lang) words = popupWords(wanted.lang)
}

function openRow({ episode: { venue, base, quote } }: Row): void {
  if (base === null || quote === null) return
  const url = siteOf(venue)?.pageOf({ base, quote }, words.lang)
  if (url) openPage(url)
}

function muteRow({ episode }: Row, length: number | null): void {
  sendCommand({ kind: 'mute', pair: muteKey(episode), until: length === null ? null : Date.now() + length })
}

/** Lifts the very mute that silences the row, be it the pair's own or everything's. */
function unmuteRow(facts: Facts, { episode }: Row): void {
  const mute = muteOf(muteKey(episode), facts.mutes, Date.now())
  if (mute) sendCommand({ kind: 'unmute', pair: mute.pair })
}

function watchRow({ episode, watched }: Row): void {
  const key = muteKey(episode)
  void changeSettings((present) => {
    const others = present.watch.filter((known) => known !== key)
    return { ...present, watch: watched ? others : [...others, key] }
  }).catch(() => undefined)
}

let facts: Facts | null = null
/** The site behind the popup. Until it is known nothing is offered. */
let here: Site | null = null
function draw(): void {
  if (!root || !facts) return
  const present = facts
  render(
    <Popup
      facts={present}
      words={words}
      now={Date.now()}
      onRetry={() => sendCommand({ kind: 'retry' })}
      offered={here && !facts.settings.venues.includes(here.id) ? here : null}
      onSwitchOn={(venue) => void switchVenue(venue, true).catch(() => false)}
      onOpen={openRow}
      onMute={muteRow}
      onUnmute={(row) => unmuteRow(present, row)}
      onWatch={watchRow}
      onDetails={({ episode }) => openExtensionPage(detailsAddress(episode.id))}
      onPage={(page) => openExtensionPage(`/src/${page}/index.html`)}
    />,
    root,
  )
}
/** What may wait until the first list is on screen. */
function settle(): void {
  void siteOfActiveTab().then((site) => {
    here = site
    draw()
  })
  setInterval(draw, BEAT)
  // A page that looks: while its port is open the background stores moving figures more often.
  openLiveLink(
    () => undefined,
    () => undefined,
    new AbortController().signal,
  )
}
