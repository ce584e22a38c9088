import { isOpen, type Episode } from '../market/episode.ts'
import type { Pair } from '../market/pair.ts'
import { tierRank } from '../market/tier.ts'
import { extendCourse, type Course } from '../shared/course.ts'
import type { Subject } from '../shared/details-address.ts'
import { newerState, silenceOf } from '../shared/silence.ts'
import { valueOf } from './answer.ts'
import type { Facts } from './facts.ts'

/** What the page shows. */
export type Scene =
  /** The address names nothing there could be. */
  | { readonly kind: 'no-subject' }
  | { readonly kind: 'waiting' }
  /** The episode is not kept any more, or never was. */
  | { readonly kind: 'gone' }
  | Shown

export interface Shown {
  readonly kind: 'shown'
  readonly venue: string
  /** Null for a whole market. */
  readonly pair: Pair | null
  /** Null where nothing is flagged on the pair. */
  readonly episode: Episode | null
  /** How the episode went, as far as anybody watched. */
  readonly course: Course | null
  /** Somebody watched the episode from its first change on. */
  readonly whole: boolean
  /** The last price known and its market time, ms; null where there is none. */
  readonly last: { readonly price: number; readonly at: number } | null
  /** The venue's clock, ms. */
  readonly marketNow: number
  /** How long the venue has been silent, ms of wall clock; null where it never spoke, undefined while it speaks. */
  readonly silence: number | null | undefined
}

/** Decides what the page shows. `now` is wall clock, ms. */
export function sceneOf(facts: Facts, now: number): Scene {
  const { subject, live, history } = facts
  if (!subject) return { kind: 'no-subject' }
  const episode = episodeOf(facts, subject)
  if (!episode && facts.episodes === null) return { kind: 'waiting' }
  if (!episode && subject.kind === 'episode')
    return history.kind === 'waiting' ? { kind: 'waiting' } : { kind: 'gone' }
  const pair = subject.kind === 'pair' ? subject.pair : pairOf(episode)
  const venue = pair?.venue ?? episode?.venue ?? ''
  const state = newerState(
    facts.venues.find((each) => each.venue === venue),
    live?.venue,
  )
  const marketNow = Math.max(state?.marketAt ?? 0, live?.at ?? 0, episode?.updatedAt ?? 0) || now
  return {
    kind: 'shown',
    venue,
    pair,
    episode,
    course: episode && courseOf(facts, episode),
    whole: valueOf(facts.course, null) !== null,
    last: lastOf(facts, episode),
    marketNow,
    silence: silenceOf(state, now),
  }
}

/** The pair of an episode; null where it is of a whole market. */
function pairOf(episode: Episode | null): Pair | null {
  if (!episode || episode.base === null || episode.quote === null) return null
  return { venue: episode.venue, base: episode.base, quote: episode.quote }
}

/** The episode the page is about, the newest of what storage, the live message and history say of it. */
function episodeOf({ episodes, live, history, found }: Facts, subject: Subject): Episode | null {
  const past = [...valueOf(history, []), ...(found ? [found] : [])].map(({ episode }) => episode)
  const all = [...(live?.episode ? [live.episode] : []), ...(episodes ?? []), ...past]
  const mine = all.filter((each) => isAbout(each, subject))
  const [first] = mine.sort(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      (isOpen(a) ? tierRank(b.tier) - tierRank(a.tier) : 0) ||
      b.updatedAt - a.updatedAt,
  )
  if (!first) return null
  return mine.filter(({ id }) => id === first.id).reduce((a, b) => (b.updatedAt > a.updatedAt ? b : a))
}

function isAbout(episode: Episode, subject: Subject): boolean {
  if (subject.kind === 'episode') return episode.id === subject.id
  const { venue, base, quote } = subject.pair
  return episode.venue === venue && episode.base === base && episode.quote === quote
}

/** The longer of two courses, and what the episode itself tells where nobody watched. */
function courseOf({ course, seen }: Facts, episode: Episode): Course {
  const kept = valueOf(course, null)
  const length = (each: Course | null) => (each ? each.steps.length + each.samples.length : 0)
  const own = seen?.episode === episode.id ? seen.course : null
  return extendCourse(length(own) > length(kept) ? own : kept, episode)
}

function lastOf({ live }: Facts, episode: Episode | null): Shown['last'] {
  if (live && live.at >= (episode?.updatedAt ?? 0)) return { price: live.last, at: live.at }
  return episode && episode.symbol !== null ? { price: episode.lastPrice, at: episode.updatedAt } : null
}
