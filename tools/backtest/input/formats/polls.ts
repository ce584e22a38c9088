import { columns, isMarketTime, type Recogniser } from './format.ts'
import { numberAt, textAt } from '../line.ts'

/** `poll,coin,exchange_time,last,bid,ask,volume24h_btc`: all BTC tickers of one venue, once a minute. */
export const recognisePolls: Recogniser = (first) => {
  const at = columns(first, ['poll', 'coin', 'exchange_time', 'last', 'bid', 'ask', 'volume24h_btc'])
  if (!at) return null
  return {
    kind: 'polls',
    headed: true,
    reader: () => (line) => {
      const poll = {
        poll: numberAt(line, at.poll),
        coin: textAt(line, at.coin).toUpperCase(),
        exchangeTime: timeInMs(textAt(line, at.exchange_time)),
        last: numberAt(line, at.last),
        bid: numberAt(line, at.bid),
        ask: numberAt(line, at.ask),
        volume24h: numberAt(line, at.volume24h_btc),
      }
      const sound = Number.isInteger(poll.poll) && poll.poll >= 0 && poll.coin !== '' && poll.volume24h >= 0
      return sound && poll.last > 0 && poll.last < Infinity ? poll : null
    },
  }
}

/**
 * A time as venues and recorders write it, in ms UTC: seconds, milliseconds, or a date without zone, read as
 * UTC. NaN for anything else.
 */
export function timeInMs(text: string): number {
  const number = Number(text)
  if (text !== '' && Number.isFinite(number)) {
    const ms = number < 1e11 ? number * 1000 : number
    return isMarketTime(ms) ? ms : NaN
  }
  const date = text.replace(' ', 'T')
  const ms = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$|^[^T]*$/i.test(date) ? date : `${date}Z`)
  return isMarketTime(ms) ? ms : NaN
}
