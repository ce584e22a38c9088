import type { Phase } from '../../../src/market/episode.ts'
import type { Alert } from '../alert.ts'
import { type Beginning, isFalse, type Second, turnOf } from './turn-of.ts'

// Whether the phases of a rise are true: how soon "falling" follows the true turn, and what of "falling" and
// "settled" a later new high shows to have been false.

/** A phase that was said, market time, ms UTC. */
export interface SaidPhase {
  readonly at: number
  readonly phase: Phase
  /** "Falling" or "settled", and a new high came later. */
  readonly isFalse: boolean
}

/** The phases of one episode of a rise. Times: market time, ms UTC. */
export interface RisePhases {
  readonly episode: string
  readonly toldAt: number
  /** When half of the rise was given back for good; null where it was not while the episode ran. */
  readonly turnAt: number | null
  readonly said: readonly SaidPhase[]
}

/** Follows an episode of a rise until an hour after its last phase. */
interface RiseWatch extends Beginning {
  readonly episode: string
  readonly toldAt: number
  readonly phases: { readonly at: number; readonly phase: Phase }[]
  /** Its first second, half a minute before it was told at most: since 1970, and among all seconds of the pair. */
  readonly firstSecond: number
  readonly firstIndex: number
}

/** The episodes of rises of one pair. */
export interface Turns {
  readonly found: RisePhases[]
  open: RiseWatch[]
  /** One after another: all that an open watch needs, which share them, and the last half minute. */
  readonly seconds: Second[]
  /** How many of the pair's seconds were before these. */
  forgotten: number
  /** The present second, since 1970. */
  second: number
}

/** A new high within this long (ms) shows a phase to have been false. */
const laterMs = 3_600_000
const recentSeconds = 30
/** An episode that runs on is not followed for longer (ms). */
const longestMs = 6 * 3_600_000
/** Seconds that nobody needs are dropped once there may be so many. */
const maxSeconds = 2 * ((laterMs + longestMs) / 1000)

/** A watch that has seen nothing. */
export function createTurns(): Turns {
  return { found: [], open: [], seconds: [], forgotten: 0, second: -1 }
}

/** Adds a trade, before the alerts it raises. Times (ms) must not decrease. */
export function watchTurns(turns: Turns, at: number, price: number): void {
  const second = Math.floor(at / 1000)
  // Quiet hours are as good as a shorter quiet: nothing moves in them, and every watch ends.
  const enough = turns.open.length > 0 ? (laterMs + longestMs) / 1000 : recentSeconds
  const silent = Math.min(second - turns.second, enough)
  const newest = turns.seconds.at(-1)
  if (silent === 0 && newest) {
    turns.seconds[turns.seconds.length - 1] = { last: price, high: Math.max(price, newest.high) }
    return
  }
  const quiet = newest && { last: newest.last, high: newest.last }
  if (quiet) for (let i = 1; i < silent; i++) turns.seconds.push(quiet)
  turns.seconds.push({ last: price, high: price })
  turns.second = second
  if (turns.open.length > 0) closeEnded(turns, second)
  if (turns.seconds.length > maxSeconds) forgetSeconds(turns)
}

/** Adds the alerts that were raised at the time of the last trade. */
export function addPhases(
  turns: Turns,
  alerts: readonly Alert[],
  begun: ReadonlyMap<string, Beginning>,
): void {
  for (const { episode, at, phase, kind } of alerts) {
    const known = turns.open.find((each) => each.episode === episode)
    if (known && known.phases.at(-1)!.phase !== phase) known.phases.push({ at, phase })
    const beginning = begun.get(episode)
    if (known || !beginning || kind !== 'pump' || turns.found.some((each) => each.episode === episode))
      continue
    const before = Math.min(recentSeconds, turns.seconds.length)
    turns.open.push({
      ...beginning,
      episode,
      toldAt: at,
      phases: [{ at, phase }],
      firstSecond: turns.second - before + 1,
      firstIndex: turns.forgotten + turns.seconds.length - before,
    })
  }
}

/** Closes what is still open at the end of the recording. */
export function endTurns(turns: Turns): void {
  turns.found.push(...turns.open.map((watch) => judged(turns, watch)))
  turns.open = []
}

function forgetSeconds(turns: Turns): void {
  const end = turns.forgotten + turns.seconds.length
  const needed = Math.min(end - recentSeconds, ...turns.open.map(({ firstIndex }) => firstIndex))
  turns.seconds.splice(0, needed - turns.forgotten)
  turns.forgotten = needed
}

function closeEnded(turns: Turns, second: number): void {
  const ended = turns.open.filter(({ phases, toldAt }) => {
    const last = phases.at(-1)!
    const until = last.phase === 'settled' ? last.at : toldAt + longestMs
    return second * 1000 > until + laterMs
  })
  if (ended.length === 0) return
  turns.found.push(...ended.map((watch) => judged(turns, watch)))
  turns.open = turns.open.filter((each) => !ended.includes(each))
}

function judged(turns: Turns, watch: RiseWatch): RisePhases {
  const { episode, toldAt, phases, firstSecond } = watch
  const seconds = turns.seconds.slice(watch.firstIndex - turns.forgotten)
  const settled = phases.findLast(({ phase }) => phase === 'settled')
  const indexOf = (at: number) => Math.floor(at / 1000) - firstSecond
  const until = Math.min(seconds.length, indexOf(settled?.at ?? Infinity))
  const turn = turnOf(seconds, watch, indexOf(toldAt), until)
  return {
    episode,
    toldAt,
    turnAt: turn === null ? null : Math.max((firstSecond + turn) * 1000, toldAt),
    said: phases.map(({ at, phase }) => ({
      at,
      phase,
      isFalse:
        (phase === 'falling' || phase === 'settled') &&
        isFalse(seconds, watch, indexOf(toldAt), indexOf(at), laterMs / 1000),
    })),
  }
}
