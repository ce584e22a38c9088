import { isOpen, type Episode } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import { tierRank } from '../../market/tier.ts'
import { extendCourse, type Course } from '../../shared/course.ts'
import type { Subject } from '../../shared/details-address.ts'
import { newerState, silenceOf } from '../../shared/silence.ts'
import { valueOr } from './query-result.ts'
import type { DetailsData } from './details-data.ts'

/** What the page shows: a subject, or why there is none. */
export type DetailsView =
  /** The address names no valid subject. */
  | { readonly kind: 'no-subject' }
  | { readonly kind: 'waiting' }
  /** The episode is not stored, or no longer. */
  | { readonly kind: 'gone' }
  | SubjectView

export interface SubjectView {
  readonly kind: 'shown'
  readonly venue: string
  /** Null for a whole market. */
  readonly pair: Pair | null
  /** Null where nothing is flagged on the pair. */
  readonly episode: Episode | null
  /** How the episode went, as far as it was observed. */
  readonly course: Course | null
  /** Whether the course was recorded from the episode's first change on. */
  readonly isCourseComplete: boolean
  /** The last known price and its market time (ms); null where there is none. */
  readonly last: { readonly price: number; readonly at: number } | null
  /** Market time (ms). */
  readonly marketNow: number
  /** How long the venue has sent no data, by the wall clock (ms); null: it never did; undefined: it sends data. */
  readonly silence: number | null | undefined
  /** The moment (market time, ms) that is replayed, which is then `marketNow` too; null: it is now. */
  readonly replayedAt: number | null
}

/** Decides what the page shows. `now` is wall clock (ms). */
export function viewOf(data: DetailsData, now: number): DetailsView {
  const { subject, live, history } = data
  if (!subject) return { kind: 'no-subject' }
  const episode = episodeOf(data, subject)
  if (!episode && data.episodes === null) return { kind: 'waiting' }
  if (!episode && subject.kind === 'episode')
    return history.kind === 'waiting' ? { kind: 'waiting' } : { kind: 'gone' }
  const pair = subject.kind === 'pair' ? subject.pair : pairOf(episode)
  const venue = pair?.venue ?? episode?.venue ?? ''
  const state = newerState(
    data.venues.find((each) => each.venue === venue),
    live?.venue,
  )
  const marketNow = Math.max(state?.marketAt ?? 0, live?.at ?? 0, episode?.updatedAt ?? 0) || now
  return {
    kind: 'shown',
    venue,
    pair,
    episode,
    course: episode && courseOf(data, episode),
    isCourseComplete: valueOr(data.course, null) !== null,
    last: lastOf(data, episode),
    marketNow,
    silence: silenceOf(state, now),
    replayedAt: null,
  }
}

/** The pair of an episode; null for a whole market. */
function pairOf(episode: Episode | null): Pair | null {
  if (!episode || episode.base === null || episode.quote === null) return null
  return { venue: episode.venue, base: episode.base, quote: episode.quote }
}

/** The episode of the page's subject, in the newest state that storage, live messages and history have. */
function episodeOf({ episodes, live, history, fromHistory }: DetailsData, subject: Subject): Episode | null {
  const past = [...valueOr(history, []), ...(fromHistory ? [fromHistory] : [])].map(({ episode }) => episode)
  const all = [...(live?.episode ? [live.episode] : []), ...(episodes ?? []), ...past]
  const matching = all.filter((each) => isAbout(each, subject))
  const [first] = matching.sort(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      (isOpen(a) ? tierRank(b.tier) - tierRank(a.tier) : 0) ||
      b.updatedAt - a.updatedAt,
  )
  if (!first) return null
  return matching.filter(({ id }) => id === first.id).reduce((a, b) => (b.updatedAt > a.updatedAt ? b : a))
}

function isAbout(episode: Episode, subject: Subject): boolean {
  if (subject.kind === 'episode') return episode.id === subject.id
  const { venue, base, quote } = subject.pair
  return episode.venue === venue && episode.base === base && episode.quote === quote
}

/** The longer of the recorded and the observed course, with the episode's present state added. */
function courseOf({ course, observed }: DetailsData, episode: Episode): Course {
  const recorded = valueOr(course, null)
  const length = (each: Course | null) => (each ? each.steps.length + each.samples.length : 0)
  const own = observed?.episode === episode.id ? observed.course : null
  return extendCourse(length(own) > length(recorded) ? own : recorded, episode)
}

function lastOf({ live }: DetailsData, episode: Episode | null): SubjectView['last'] {
  if (live && live.at >= (episode?.updatedAt ?? 0)) return { price: live.last, at: live.at }
  return episode && episode.symbol !== null ? { price: episode.lastPrice, at: episode.updatedAt } : null
}
