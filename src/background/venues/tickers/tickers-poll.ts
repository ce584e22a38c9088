import type { Exchange } from '../../../exchanges/exchange.ts'
import type { RestCall } from '../../../exchanges/feeds/rest-call.ts'
import { type MarketRow, readMarket } from '../../../exchanges/perpetual/read-market.ts'
import { type Reading, rowsOf } from '../../../exchanges/validate/read.ts'
import { requestedSymbol } from '../../../exchanges/validate/requested-symbol.ts'
import type { Tick } from '../../../market/tick.ts'
import type { Poll, RestAnswer } from '../../requests/poll.ts'
import { countOf, type OnDropped, type OnRead, undecoded } from '../market-polls.ts'
import { createFrozenTicks } from './frozen-ticks.ts'
import { observedTicks } from './observed-ticks.ts'

/** Longest rest (ms) between two rounds of one request a pair: a venue that is not asked cannot be known to be silent. */
const maxRestMs = 10_000

/** The tickers that one cycle of requests brought. */
export interface PolledTickers {
  readonly ticks: readonly Tick[]
  /** When the venue sent the last of them, by its own clock, ms UTC. */
  readonly observedAt: number
  /** The requests that brought none, each with the reason, short and technical. */
  readonly missed: readonly string[]
  /** None of the ticks is new. */
  readonly isFrozen: boolean
}

/** What the poll asks its venue, and where its findings go. */
interface TickersPollHandlers {
  /** The pairs to request where a request gives one pair. */
  symbols(): readonly string[]
  /** Present period, ms. */
  everyMs(): number
  onTickers(tickers: PolledTickers): void
  /** An answer of one pair was understood and new, while its round goes on. */
  onHeard(): void
  onDropped: OnDropped
  /** What an answer of a perpetual market told besides its ticks, when it came. What was dropped is told by `onRead`. */
  onContracts(reading: Reading<MarketRow>): void
  /** What could be read of each answer, when it came. */
  onRead: OnRead
}

/**
 * Every ticker of the venue: by one request, one per quote currency, or one per pair. Of several requests each
 * stands for itself: one that fails is counted as a dropped row and told, and the others are taken.
 */
export function tickersPoll(exchange: Exchange, handlers: TickersPollHandlers): Poll {
  const { tickers } = exchange
  const { forPair, furtherCalls = [] } = tickers
  const isFrozen = createFrozenTicks()
  const isAnswerFrozen = createFrozenTicks()
  let missed: string[] = []

  function miss({ url }: RestCall, reason: string, dropped = 0): void {
    // A request that fails counts as one row; one whose rows were all dropped has been counted by them.
    if (dropped === 0) handlers.onDropped(1)
    missed.push(`${url.slice(url.lastIndexOf('/') + 1)}: ${reason}`)
  }
  const readingOf = ({ call: { kind, url }, payload, at }: RestAnswer) =>
    readMarket(exchange, kind, payload, at, requestedSymbol(exchange, url))
  /** Tells of an answer that came. */
  function hear(reading: Reading<MarketRow>): readonly Tick[] {
    const ticks = rowsOf(reading, 'tick')
    handlers.onRead(countOf(reading, ticks.length))
    if (exchange.perpetual) handlers.onContracts({ ...reading, dropped: 0 })
    return ticks
  }
  function ticksIn(answer: RestAnswer): readonly Tick[] {
    const reading = readingOf(answer)
    const { dropped } = reading
    // The answers of a round of pairs were heard one by one.
    const ticks = forPair ? rowsOf(reading, 'tick') : hear(reading)
    handlers.onDropped(dropped)
    // A further quote currency may have no pair (any more); all else without a row was not understood.
    const mayBeEmpty = dropped === 0 && furtherCalls.includes(answer.call)
    if (ticks.length === 0 && !mayBeEmpty) miss(answer.call, 'no tickers', dropped)
    return observedTicks(ticks, tickers, answer.at)
  }
  return {
    calls() {
      missed = []
      return forPair ? handlers.symbols().map((symbol) => forPair(symbol)) : [tickers, ...furtherCalls]
    },
    get everyMs() {
      return handlers.everyMs()
    },
    ...((forPair ?? furtherCalls.length > 0) && {
      partial: true as const,
      onMissed: (call: RestCall, reason: string) => miss(call, reason),
    }),
    onUndecoded: () => handlers.onRead(undecoded(`${tickers.kind}: not JSON`)),
    ...(forPair && {
      maxRestMs,
      onAnswer(answer: RestAnswer) {
        // The venue's total of dropped rows is counted at the end of the round.
        const ticks = hear(readingOf(answer))
        // One pair may well be quiet: only its own time that stands still tells that it is repeated.
        if (ticks.length > 0 && !isAnswerFrozen(ticks, NaN)) handlers.onHeard()
      },
    }),
    onAnswers(answers) {
      const read = answers.map((answer) => ({ ticks: ticksIn(answer), at: answer.at }))
      const ticks = read.flatMap((answer) => answer.ticks)
      if (ticks.length === 0) return 'no tickers'
      const observedAt = Math.max(...answers.map(({ at }) => at))
      const areFrozen = read.map((answer) => isFrozen(answer.ticks, answer.at)).every(Boolean)
      handlers.onTickers({ ticks, observedAt, missed, isFrozen: areFrozen })
      return null
    },
  }
}
