import { changeSinceStart } from '../../market/episode.ts'
import { kindsOf, marketName, phaseWord, spokenText, titleOf } from '../../ui/words/episode-words.ts'
import { staleHeadline } from '../../ui/card/stale-card.tsx'
import type { Words } from '../../ui/words/words.ts'
import { tierKey } from './auto-open.ts'
import type { BannerView, ElsewhereView, StaleView } from './banner-view.ts'
import { venueStatementText } from './venue-statement-text.ts'

/** A text for screen readers. */
export interface Announcement {
  /** Identifies the subject: the same key is read out only once. */
  readonly key: string
  readonly urgency: 'status' | 'alert'
  readonly text: string
}

/**
 * Announcement of a view for screen readers: each tier of an episode once; Danger on the pair in view as an alert.
 *
 * @param paused whether the pause covers the page
 */
export function announcementOf(
  view: BannerView,
  words: Words,
  venueName: string,
  paused = false,
): Announcement | null {
  if (view.kind === 'none' || view.kind === 'tail') return null
  if (view.kind === 'statement') {
    const { statement } = view
    return { key: statement.id, urgency: 'status', text: venueStatementText(words, statement, venueName) }
  }
  if (view.kind === 'stale') return staleAnnouncement(view, words, venueName)
  const { episode } = view
  if (view.kind === 'chart')
    return { key: tierKey(episode), urgency: 'status', text: spokenText(words, episode, venueName) }
  if (view.kind === 'elsewhere') {
    const text = elsewhereText(words, view, venueName)
    return { key: `${tierKey(episode)}:elsewhere`, urgency: 'status', text }
  }
  const isUrgent = episode.tier === 'danger' && episode.symbol !== null
  const pauseText = paused ? words.say('sentence.join') + words.say('pause.spoken') : ''
  return {
    key: tierKey(episode),
    urgency: isUrgent ? 'alert' : 'status',
    text: spokenText(words, episode, venueName) + pauseText,
  }
}

function staleAnnouncement(view: StaleView, words: Words, venueName: string): Announcement {
  const { episode, marketNow, silence, official } = view
  // The key has the start of the silence, not its length, which grows every second.
  const reason = official?.closing?.statement.id ?? ''
  const headline = staleHeadline(words, silence, official)
  return {
    key: `${episode.id}:stale:${marketNow}:${reason}`,
    urgency: 'status',
    text: words.say('spoken.stale', { pair: titleOf(words, episode), venue: venueName, headline }),
  }
}

function elsewhereText(words: Words, { episode, isSameVenue }: ElsewhereView, venue: string): string {
  return words.say(isSameVenue ? 'spoken.market' : 'spoken.elsewhere', {
    pair: titleOf(words, episode),
    venue,
    market: marketName(words, episode.venue, venue),
    what: kindsOf(words, episode),
    phase: phaseWord(words, episode),
    change: words.format.change(changeSinceStart(episode)),
  })
}
