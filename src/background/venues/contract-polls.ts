import type { Exchange } from '../../exchanges/exchange.ts'
import type { DerivativePoll } from '../../exchanges/feeds/rest-call.ts'
import { type MarketRow, readMarket } from '../../exchanges/perpetual/read-market.ts'
import type { Reading } from '../../exchanges/validate/read.ts'
import { requestedSymbol } from '../../exchanges/validate/requested-symbol.ts'
import type { Poll, RestAnswer } from '../requests/poll.ts'

/** What the polls of a perpetual market ask, and where their findings go. */
interface ContractPollHandlers {
  /** The contracts to ask for, where a request is of one. */
  symbols(): readonly string[]
  /** What an answer told. */
  onContracts(reading: Reading<MarketRow>): void
}

/**
 * The polls of what the streams of a perpetual market do not bring. Optional: without them its prices are watched all the
 * same. None of a spot market.
 */
export function contractPolls(exchange: Exchange, handlers: ContractPollHandlers): readonly Poll[] {
  return (exchange.perpetual?.polls ?? []).map((plan) => contractPoll(exchange, plan, handlers))
}

function contractPoll(
  exchange: Exchange,
  { everyMs, forPair, isPresent, ...call }: DerivativePoll,
  handlers: ContractPollHandlers,
): Poll {
  const take = ({ call: { kind, url }, payload, at }: RestAnswer): Reading<MarketRow> => {
    const reading = readMarket(exchange, kind, payload, at, requestedSymbol(exchange, url))
    const rows = isPresent
      ? reading.rows.map((row) => (row.type === 'derivative' ? { ...row, at } : row))
      : reading.rows
    handlers.onContracts({ ...reading, rows })
    return reading
  }
  return {
    calls: () => (forPair ? handlers.symbols().map((symbol) => forPair(symbol)) : [call]),
    everyMs,
    optional: { isUndocumented: false, onFailed: () => undefined },
    ...(forPair && { partial: true as const, onAnswer: (answer: RestAnswer) => void take(answer) }),
    onAnswers(answers) {
      // Those of single contracts were taken when they came.
      if (forPair) return null
      const rows = answers.flatMap((answer) => take(answer).rows)
      return rows.length > 0 ? null : 'no rows'
    },
  }
}
