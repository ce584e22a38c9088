import type { TradeFeed } from '../../../exchanges/feeds/trade-feed.ts'
import type { Listing } from '../../../market/pair.ts'
import type { SubscriptionCounts } from '../../../market/venue-state.ts'
import { judgeReply } from './judge-reply.ts'
import { createPendingFrames } from './pending-frames.ts'
import { createStreamNames } from './stream-names.ts'
import { subscriptionFrames } from './subscription-frames.ts'
import { createSubscriptionTrials, type Failure } from './subscription-trials.ts'

/** The pairs subscribed to on one stream. All times are wall clock, ms. */
export interface Subscriptions {
  /** Subscribes to these pairs and, where the venue can, unsubscribes from all others. */
  set(symbols: readonly string[], now?: number): void
  /** Subscribes to these pairs once more. Returns false where the venue would then send every trade twice. */
  renew(symbols: readonly string[], now?: number): boolean
  /** Whether a subscription to the pair stands. */
  stands(symbol: string): boolean
  /** The connection opened or broke: nothing is subscribed to. */
  reset(now?: number): void
  /** Takes what a message says of a subscription; returns whether it says anything. */
  take(message: unknown, now: number): boolean
  /** The pair's data arrive. */
  markHeard(symbol: string): void
  /** To be called once a second while frames can be sent: asks again for what was refused or not answered. */
  tick(now: number): void
  /** The venue's list of pairs: how the streams name them, and which refusals are out of date. */
  learn(listings: readonly Listing[]): void
  /** The symbol of a pair by its name in the stream. */
  symbolOf(name: string): string
  readonly counts: SubscriptionCounts
}

/** The part of a feed that subscribing takes. */
export type SubscriptionFeed = Pick<
  TradeFeed,
  'stream' | 'limits' | 'streamSymbol' | 'subscribe' | 'unsubscribe'
>

/** A frame that is not acknowledged within so long (ms) is lost. */
const maxAnswerMs = 10_000
/** Where a venue answers nothing, or refusals alone, a frame that nothing refused for so long (ms) stands. */
const refusalMs = 5000

/**
 * @param send sends a frame on the open connection
 * @param isTraded whether the pair is known to trade, although nothing of it arrives here
 */
export function createSubscriptions(
  feed: SubscriptionFeed,
  send: (frame: unknown) => void,
  isTraded: (symbol: string) => boolean = () => false,
): Subscriptions {
  const { maxPairsPerFrame = Infinity, minGapMs = 0, replacesAll = false } = feed.limits ?? {}
  const { subscriptionReply, refusesOnly } = feed.stream
  const acknowledges = subscriptionReply !== undefined && !refusesOnly
  const names = createStreamNames(feed)
  const trials = createSubscriptionTrials()
  const pending = createPendingFrames(minGapMs, !acknowledges)
  /** The pairs whose subscriptions stand. */
  const flowing = new Set<string>()
  let wanted: readonly string[] = []
  /** Where a frame replaces all subscriptions: the pairs that the last one named. Null: none stands. */
  let named: readonly string[] | null = null
  let id = 1
  let unmatched = 0

  /** The frame that subscribes; an answer to it is awaited from now on. */
  function frameFor(symbols: readonly string[], awaited: readonly string[], now: number): unknown {
    pending.add(id, awaited, now)
    return feed.subscribe(symbols.map(names.nameOf), id++, now)
  }
  /** Subscribes to what is wanted, not subscribed to and due. */
  function ask(now: number): void {
    const due = wanted.filter(
      (symbol) => !flowing.has(symbol) && !pending.has(symbol) && trials.isDue(symbol, now, isTraded(symbol)),
    )
    const frames = subscriptionFrames(due, trials.together, maxPairsPerFrame)
    if (replacesAll) replace(frames, now)
    else frames.map((some) => frameFor(some, some, now)).forEach(send)
  }
  /** A frame names all pairs: beside those that stand it tries one group at a time. */
  function replace(frames: readonly (readonly string[])[], now: number): void {
    const unjudged = pending.symbols
    const [next = []] = frames
    const isFresh = next.every((symbol) => trials.together(symbol) === Infinity)
    const tried = unjudged.length === 0 || isFresh ? [...unjudged, ...next] : unjudged
    const all = wanted.filter((symbol) => flowing.has(symbol) || tried.includes(symbol))
    // An empty list cannot be requested: the last one stays until the connection is closed.
    if (all.length === 0 || isSame(all, named)) return
    named = all
    pending.takeAll()
    // Refused, a frame that tries nothing new has cancelled what stood.
    send(frameFor(all, tried.length > 0 ? tried : all, now))
  }
  function unsubscribe(symbols: readonly string[], now: number): void {
    for (const some of subscriptionFrames(symbols, () => Infinity, maxPairsPerFrame)) {
      const frame = replacesAll ? undefined : feed.unsubscribe(some.map(names.nameOf), id++, now)
      // Without a way to unsubscribe they stay subscribed, and must not be subscribed to twice.
      if (frame === null) continue
      if (frame !== undefined) send(frame)
      for (const symbol of some) {
        flowing.delete(symbol)
        pending.settle(symbol)
      }
    }
  }
  function accept(symbols: Iterable<string>): void {
    for (const symbol of [...symbols]) {
      flowing.add(symbol)
      pending.settle(symbol)
      trials.clear(symbol)
    }
  }
  function fail(symbols: readonly string[], failure: Failure, now: number): void {
    for (const symbol of symbols) flowing.delete(symbol)
    trials.fail(symbols, failure, flowing.size > 0, now)
    settle(symbols)
    named = null
  }
  const settle = (symbols: readonly string[]) => symbols.forEach(pending.settle)

  return {
    set(symbols, now = Date.now()) {
      const asked = [...flowing, ...pending.symbols]
      wanted = symbols
      const kept = new Set(symbols)
      const removed = asked.filter((symbol) => !kept.has(symbol))
      if (replacesAll && symbols.length > 0) unsubscribe(removed, now)
      ask(now)
      if (!replacesAll) unsubscribe(removed, now)
    },
    reset(now = Date.now()) {
      for (const { symbols } of pending.takeAll()) trials.fail([...symbols], 'cut', false, now)
      trials.renew()
      flowing.clear()
      named = null
    },
    take(message, now) {
      const reply = subscriptionReply?.(message) ?? null
      if (!reply) return false
      const symbols = (reply.names ?? []).map(names.symbolOf)
      if (reply.kind === 'accepted' && !reply.wholeFrame && symbols.length > 0) {
        accept(symbols.filter(pending.has))
        return true
      }
      const frame = pending.find(reply.id, symbols, now)
      if (!frame) {
        if (reply.kind !== 'accepted') unmatched++
        return true
      }
      const verdict = judgeReply(
        reply,
        [...frame.symbols],
        symbols.filter((symbol) => frame.symbols.has(symbol)),
      )
      accept(verdict.accepted)
      for (const some of verdict.failed) fail(some, verdict.failure, now)
      settle(verdict.again)
      ask(now)
      return true
    },
    markHeard(symbol) {
      if (!flowing.has(symbol) && wanted.includes(symbol)) accept([symbol])
    },
    tick(now) {
      for (const { symbols } of pending.olderThan(acknowledges ? maxAnswerMs : refusalMs, now)) {
        if (acknowledges) fail([...symbols], 'unanswered', now)
        else accept(symbols)
      }
      ask(now)
    },
    learn(listings) {
      for (const symbol of names.learn(listings)) trials.clear(symbol)
    },
    stands: (symbol) => flowing.has(symbol),
    symbolOf: names.symbolOf,
    get counts() {
      return {
        refused: wanted.filter(trials.isRefused).length,
        unanswered: wanted.filter(trials.isUnanswered).length,
        unmatched,
      }
    },
    renew(symbols, now = Date.now()) {
      if (replacesAll) named = null
      else unsubscribe(symbols, now)
      if (!replacesAll && symbols.some((symbol) => flowing.has(symbol) || pending.has(symbol))) return false
      for (const symbol of symbols) flowing.delete(symbol)
      ask(now)
      return true
    },
  }
}

const isSame = (some: readonly string[], others: readonly string[] | null) =>
  others !== null && some.length === others.length && some.every((symbol) => others.includes(symbol))

/** The counts of two streams together. */
export const addCounts = (
  some: SubscriptionCounts,
  others: SubscriptionCounts | undefined,
): SubscriptionCounts => ({
  refused: some.refused + (others?.refused ?? 0),
  unanswered: some.unanswered + (others?.unanswered ?? 0),
  unmatched: some.unmatched + (others?.unmatched ?? 0),
})
