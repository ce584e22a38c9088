import { siteOf } from '../exchanges/registry.ts'
import { sendCommand } from '../shared/messages/send-command.ts'
import { language } from '../shared/language.ts'
import { changeSettings, settings } from '../shared/settings/settings-item.ts'
import { siteOfUrl } from '../shared/site-here.ts'
import { followAll } from '../shared/storage/follow-all.ts'
import { crosses, episodes, hidden, mutes, officials, venues } from '../shared/storage/items.ts'
import { siteMemory } from '../shared/storage/site-memory.ts'
import { muteKey } from '../shared/visible.ts'
import { openLiveLink } from '../shared/messages/live-link.ts'
import { appearanceOf } from '../ui/page/appearance.ts'
import { wordsFor } from '../ui/words/words.ts'
import { followAddress } from './page/follow-address.ts'
import { noFacts, type Facts } from './scene/facts.ts'
import { guarded } from './guarded.ts'
import { pairOfPage } from './page/pair-of-page.ts'
import { asksToPause } from './pause/pausing.ts'
import { sceneOf } from './scene/scene.ts'
import { raiseStage, type Stage, type StageAsks } from './stage.tsx'

/** Ages and the page's theme move on even when no message comes, ms. */
const BEAT = 1_000
/** Whether the page covers the banner is looked at so often, ms: it shall be back within a second. */
const LOOK = 400

/** Runs the banner of this page until `life` is aborted. Whatever fails while drawing aborts it, and nothing else. */
export async function run(life: AbortController): Promise<void> {
  const { signal } = life
  const chosen = await settings.get()
  const view = appearanceOf(chosen, language())
  const words = wordsFor(view.lang)
  const memory = siteMemory(location.host)
  const remembered = await memory.get()
  let facts: Facts = { ...noFacts, settings: chosen }
  let stage: Stage | null = null
  let read = false

  const draw = guarded(life, () => {
    if (!read) return
    const scene = sceneOf(facts, Date.now())
    // Nothing is added to the page before there is something to show.
    if (scene.kind === 'none' && !stage) return
    stage ??= raiseStage(words, view, memory, remembered, asks, signal)
    const venue = scene.kind === 'elsewhere' ? scene.episode.venue : (facts.venue ?? '')
    stage.draw(scene, siteOf(venue)?.name ?? '', asksToPause(scene, facts))
  })
  const look = guarded(life, () => stage?.look())
  const learn = (part: Partial<Facts>) => {
    facts = { ...facts, ...part }
    draw()
  }
  // The stored value answers only once the worker is awake: until then the request itself counts.
  const asks: StageAsks = {
    onDetails: ({ episode }) => sendCommand({ kind: 'details', episode: episode.id }),
    onHide(scene) {
      // What a venue said does not change: hidden once, it stays away.
      const { id, changedAt } = scene.kind === 'word' ? { id: scene.word.id, changedAt: 0 } : scene.episode
      sendCommand({ kind: 'hide', episode: id, changedAt })
      learn({ hidden: [...facts.hidden, { episode: id, changedAt }] })
    },
    onNoCountry() {
      void changeSettings((present) => ({ ...present, countryNotice: false })).catch(() => undefined)
      learn({ countryNotice: false })
    },
    onMute({ episode }, length) {
      const mute = { pair: muteKey(episode), until: length === null ? null : Date.now() + length }
      sendCommand({ kind: 'mute', ...mute })
      learn({ mutes: [...facts.mutes, mute] })
    },
    // The venue's own front page: there is no market on it.
    onLeave: () => location.assign(location.origin),
    onRetry: () => sendCommand({ kind: 'retry' }),
    onYield: () => sendCommand({ kind: 'yield', site: location.host }),
  }
  const link = openLiveLink(
    (live) => {
      const { pair } = facts
      const current =
        live.pair.venue === pair?.venue && live.pair.base === pair.base && live.pair.quote === pair.quote
      if (current) learn({ live })
    },
    () => life.abort(),
    signal,
  )
  followAddress((href) => {
    const pair = pairOfPage(href)
    link.show(pair)
    learn({ pair, venue: siteOfUrl(href)?.id ?? null, live: null })
  }, signal)
  // All at once: before the mutes are read a muted pair would flash up. Then each change alone, so that what
  // was hidden or muted here is not overwritten by an older stored value.
  const items = { episodes, venues, mutes, hidden, officials, crosses }
  followAll(
    items,
    (_, changed) => {
      read = true
      learn(changed)
    },
    signal,
  )
  settings.follow((settings) => {
    const lang = settings.language ?? words.lang
    const { currency } = appearanceOf(settings, words.lang)
    learn({ settings, currency, countryNotice: settings.countryNotice && lang === 'ja' })
  }, signal)
  for (const timer of [setInterval(draw, BEAT), setInterval(look, LOOK)])
    signal.addEventListener('abort', () => clearInterval(timer))
}
