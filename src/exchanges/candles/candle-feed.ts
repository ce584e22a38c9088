import { get, type RestCall } from '../feeds/rest-call.ts'
import type { Reader } from '../wire/reader.ts'

/** A span of time, ms UTC; `until` is exclusive. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** The candles of single pairs that an exchange publishes without a key. */
export interface CandleFeed {
  /** The lengths of a candle that it has, ms, shortest first. */
  readonly intervals: readonly number[]
  /**
   * The calls that bring the candles of a span, which may bring others too; null where the exchange no longer has
   * candles of that length from so long ago.
   *
   * @param intervalMs one of `intervals`
   * @param now ms UTC: some exchanges count how far back they reach from the present
   */
  calls(symbol: string, intervalMs: number, span: Span, now: number): readonly RestCall[] | null
}

/** Candles as an adapter describes them: how to ask for them, and the reader of the answer. */
export interface CandleSource {
  readonly feed: CandleFeed
  readonly reader: Reader
}

/** One call: the candles of a pair that open within a span. */
export interface CandleAsk extends Span {
  readonly symbol: string
  /** The exchange's word for the length of a candle. */
  readonly word: string
  readonly intervalMs: number
  readonly now: number
}

/** The exchange's word for a length of so many minutes, shortest first. */
type Words = readonly (readonly [minutes: number, word: string])[]

interface SpanFeedPlan {
  readonly words: Words
  /** Most candles of one answer. */
  readonly limit: number
  /** How many candles before the present it reaches; absent: as far as the pair goes. */
  readonly reach?: (minutes: number) => number
  readonly weight?: number
  /** The URL of one call; it asks for at most `limit` candles. */
  url(ask: CandleAsk): string
  /** What is posted there; absent: it is a GET. */
  body?(ask: CandleAsk): unknown
}

interface CalendarFeedPlan {
  readonly words: Words
  /** When its day begins, ms after midnight UTC. */
  readonly dayStartsMs: number
  readonly weight?: number
  /** @param date `YYYYMMDD`, or `YYYY` for candles of four hours and more */
  url(ask: CandleAsk, date: string): string
}

const minuteMs = 60_000
const dayMs = 86_400_000
/** Candles left out at the far end: the exchange's clock, and the time until it answers, move that end. */
const marginCandles = 30
/** Candles of this length and more are in files of a year. */
const yearlyFromMs = 240 * minuteMs

/** The feed of an exchange that takes a span, or the newest so many candles. */
/*#__NO_SIDE_EFFECTS__*/
export function spanFeed({ words, limit, reach, weight, url, body }: SpanFeedPlan): CandleFeed {
  const wordOf = wordsByMs(words)
  return {
    intervals: [...wordOf.keys()],
    calls(symbol, intervalMs, span, now) {
      const from = Math.floor(span.from / intervalMs) * intervalMs
      const until = Math.ceil(span.until / intervalMs) * intervalMs
      const reached = reach ? reach(intervalMs / minuteMs) - marginCandles : Infinity
      if (from < now - reached * intervalMs) return null
      const stepMs = limit * intervalMs
      return Array.from({ length: Math.ceil((until - from) / stepMs) }, (_, i) => {
        const begin = from + i * stepMs
        const span = { from: begin, until: Math.min(until, begin + stepMs), intervalMs, now }
        const ask = askOf(span, symbol, wordOf)
        const call = get('rest.klines', url(ask), weight)
        return body ? { ...call, method: 'POST' as const, body: body(ask) } : call
      })
    },
  }
}

/** The feed of an exchange that has a file for each day, and one for each year of long candles. */
/*#__NO_SIDE_EFFECTS__*/
export function calendarFeed({ words, dayStartsMs, weight, url }: CalendarFeedPlan): CandleFeed {
  const wordOf = wordsByMs(words)
  return {
    intervals: [...wordOf.keys()],
    calls(symbol, intervalMs, { from, until }, now) {
      const digits = intervalMs >= yearlyFromMs ? 4 : 8
      const dates = new Set<string>()
      // The last moment, for `until` itself may be the first of a day that has not begun.
      for (let at = from; ; at = Math.min(at + dayMs, until - 1)) {
        dates.add(dateText(at - dayStartsMs).slice(0, digits))
        if (at >= until - 1) break
      }
      const ask = askOf({ from, until, intervalMs, now }, symbol, wordOf)
      return [...dates].map((date) => get('rest.klines', url(ask, date), weight))
    },
  }
}

const wordsByMs = (words: Words) => new Map(words.map(([minutes, word]) => [minutes * minuteMs, word]))

function askOf(
  ask: Omit<CandleAsk, 'symbol' | 'word'>,
  symbol: string,
  wordOf: ReadonlyMap<number, string>,
): CandleAsk {
  const word = wordOf.get(ask.intervalMs)
  if (word === undefined) throw new Error(`no candles of ${ask.intervalMs} ms`)
  return { ...ask, symbol: encodeURIComponent(symbol), word }
}

/** `YYYYMMDD` of a time, by UTC. */
const dateText = (at: number) => new Date(at).toISOString().slice(0, 10).replaceAll('-', '')

/** Seconds of a time, for URLs. */
export const inSeconds = (at: number): number => Math.floor(at / 1000)
