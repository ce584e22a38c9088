import { changeSinceStart, type Episode } from '../../market/episode.ts'
import { kindsOf, phaseWord, spokenText, titleOf } from '../../ui/words/episode-words.ts'
import { staleHeadline } from '../../ui/card/stale-card.tsx'
import type { Words } from '../../ui/words/words.ts'
import { stageKey } from './opening.ts'
import type { Scene } from './scene.ts'
import { wordText } from '../venue-strip.tsx'

/** Something to be read out once. */
export interface Announcement {
  /** What it is about: the same key is never read twice. */
  readonly key: string
  readonly urgency: 'status' | 'alert'
  readonly text: string
}

/**
 * What a scene says to a screen reader: each tier of an episode once, Danger on the pair in view as an alert.
 *
 * @param paused whether the page is covered
 */
export function announcementOf(
  scene: Scene,
  words: Words,
  venueName: string,
  paused = false,
): Announcement | null {
  if (scene.kind === 'none') return null
  if (scene.kind === 'word')
    return { key: scene.word.id, urgency: 'status', text: wordText(words, scene.word, venueName) }
  const { episode } = scene
  if (scene.kind === 'stale') {
    // The key carries when the silence began, not its length, which grows each second.
    const why = scene.known?.closing?.statement.id ?? ''
    const key = `${episode.id}:stale:${scene.marketNow}:${why}`
    const headline = staleHeadline(words, scene.silence, scene.known)
    const text = words.say('spoken.stale', { pair: titleOf(words, episode), venue: venueName, headline })
    return { key, urgency: 'status', text }
  }
  if (scene.kind === 'elsewhere')
    return {
      key: `${stageKey(episode)}:elsewhere`,
      urgency: 'status',
      text: elsewhereText(words, episode, venueName),
    }
  const urgent = episode.tier === 'danger' && episode.symbol !== null
  return {
    key: stageKey(episode),
    urgency: urgent ? 'alert' : 'status',
    text:
      spokenText(words, episode, venueName) +
      (paused ? words.say('sentence.join') + words.say('pause.spoken') : ''),
  }
}

function elsewhereText(words: Words, episode: Episode, venue: string): string {
  return words.say('spoken.elsewhere', {
    pair: titleOf(words, episode),
    venue,
    what: kindsOf(words, episode),
    phase: phaseWord(words, episode),
    change: words.format.change(changeSinceStart(episode)),
  })
}
