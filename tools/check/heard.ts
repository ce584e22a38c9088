import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import type { MarketRow } from '../../src/exchanges/perpetual/read-market.ts'
import type { Reading } from '../../src/exchanges/validate/read.ts'
import type { Failure, Probe } from './probe.ts'

/** So many messages of a kind are kept; the rest is only read. */
const keptMessages = 20
/** What happens now and then: a minute without it is no fault. */
const occasional: readonly ReadKind[] = ['ws.liquidations']
/** A venue answers what subscribes, and pings: so many messages without data, and one more each so many seconds. */
const usualOthers = 2
const secondsPerAnswer = 6

interface Told {
  readonly rows: MarketRow[]
  readonly payload: unknown[]
  dropped: number
  example: string | null
  at: number
}

/** What was heard on one connection. */
export interface Heard {
  /** The connection is ready. */
  open(): void
  take(kind: ReadKind, reading: Reading<MarketRow>, message: unknown, at: number): void
  takeUnreadable(kind: ReadKind, error: unknown, at: number): void
  /** A message that refuses what was subscribed to, as text. */
  takeRefusal(text: string): void
  /** A message without data; `isAnswer`: to what we sent. */
  takeOther(isAnswer: boolean): void
  /** Kinds of which anything was told. */
  kinds(): readonly ReadKind[]
  of(kind: ReadKind): Pick<Probe, 'rows' | 'dropped' | 'example' | 'at' | 'failure' | 'payload'>
}

/** @param seconds how long the connection is listened to */
export function createHeard(seconds: number): Heard {
  const told = new Map<ReadKind, Told>()
  const refusals: string[] = []
  let [isOpen, messages, others] = [false, 0, 0]

  function toldOf(kind: ReadKind): Told {
    const known = told.get(kind) ?? { rows: [], payload: [], dropped: 0, example: null, at: Date.now() }
    told.set(kind, known)
    return known
  }
  function failureOf(kind: ReadKind): Failure | null {
    const own = told.get(kind)
    if (!isOpen) return { verdict: 'unreachable', what: 'the stream did not open' }
    if (own && own.rows.length + own.dropped > 0) return null
    if (refusals[0] !== undefined) return { verdict: 'refused', what: refusals[0] }
    const isQuiet = occasional.includes(kind) && others <= usualOthers + seconds / secondsPerAnswer
    if (isQuiet) return { verdict: 'quiet', what: 'nothing was told of it, which may be so' }
    const what = messages === 0 ? 'no message' : `${messages} messages, none of them with ${kind.slice(3)}`
    return { verdict: 'silent', what }
  }
  return {
    open: () => void (isOpen = true),
    take(kind, { rows, dropped, example }, message, at) {
      const own = toldOf(kind)
      messages++
      for (const row of rows) own.rows.push(row)
      own.dropped += dropped
      own.example ??= example ?? null
      own.at = at
      if (own.payload.length < keptMessages) own.payload.push(message)
    },
    takeUnreadable(kind, error, at) {
      const own = toldOf(kind)
      messages++
      own.dropped++
      own.example ??= error instanceof Error ? error.message : 'a frame that could not be decoded'
      own.at = at
    },
    takeRefusal(text) {
      messages++
      refusals.push(text)
    },
    takeOther(isAnswer) {
      messages++
      if (!isAnswer) others++
    },
    kinds: () => [...told.keys()],
    of(kind) {
      const { rows, dropped, example, at, payload } = told.get(kind) ?? {
        ...{ rows: [], payload: [], dropped: 0, example: null, at: Date.now() },
      }
      return { rows, dropped, example, at, failure: failureOf(kind), payload }
    },
  }
}
