import { render } from 'preact'
import type { Site } from '../exchanges/exchange.ts'
import { siteOf } from '../exchanges/registry.ts'
import { ask } from '../shared/ask.ts'
import { language } from '../shared/language.ts'
import { openPage } from '../shared/open-page.ts'
import { settings } from '../shared/settings-item.ts'
import { siteHere } from '../shared/site-here.ts'
import { switchVenue } from '../shared/venue-switch.ts'
import { openView } from '../shared/view-link.ts'
import { muteKey, muteOf } from '../shared/visible.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import '../ui/spark.css'
import { wordsFor } from '../ui/words.ts'
import { followFacts, type Facts } from './facts.ts'
import { Popup } from './popup.tsx'
import './popup.css'
import type { Row } from './rows.ts'

/** Ages move on between messages, ms. */
const BEAT = 1_000

const words = wordsFor(language())
const root = document.querySelector('#popup')
document.documentElement.lang = words.lang
// Japanese boards write rises red, western ones green.
document.documentElement.dataset['market'] = words.lang === 'ja' ? 'japan' : 'western'

function openRow({ episode: { venue, base, quote } }: Row): void {
  if (base === null || quote === null) return
  const url = siteOf(venue)?.pageOf({ base, quote }, words.lang)
  if (url) openPage(url)
}

function muteRow({ episode }: Row, length: number | null): void {
  ask({ kind: 'mute', pair: muteKey(episode), until: length === null ? null : Date.now() + length })
}

/** Lifts the very mute that silences the row, be it the pair's own or everything's. */
function unmuteRow(facts: Facts, { episode }: Row): void {
  const mute = muteOf(muteKey(episode), facts.mutes, Date.now())
  if (mute) ask({ kind: 'unmute', pair: mute.pair })
}

let facts: Facts | null = null
/** The site behind the popup, and the venues that are on. Until both are known nothing is offered. */
let here: Site | null = null
let on: readonly string[] = []
function draw(): void {
  if (!root || !facts) return
  const present = facts
  render(
    <Popup
      facts={present}
      words={words}
      now={Date.now()}
      onRetry={() => ask({ kind: 'retry' })}
      offered={here && !on.includes(here.id) ? here : null}
      onSwitchOn={(venue) => void switchVenue(venue, true).catch(() => false)}
      onOpen={openRow}
      onMute={muteRow}
      onUnmute={(row) => unmuteRow(present, row)}
    />,
    root,
  )
}
followFacts((next) => {
  facts = next
  draw()
})
void siteHere().then((site) => {
  settings.follow((chosen) => {
    here = site
    on = chosen.venues
    draw()
  })
})
setInterval(draw, BEAT)
// A page that looks: while its port is open the background stores moving figures more often.
openView(
  () => undefined,
  () => undefined,
  new AbortController().signal,
)
