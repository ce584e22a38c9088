import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { Call, Reply } from '../../market-server/venues/simulated-venue.ts'

const placeOf = (url: string) => {
  const { host, pathname } = new URL(url)
  return host + pathname
}

/** Whether a request asks for tickers, of one pair or of all. */
export function asksForTickers({ tickers }: Exchange, { host, path }: Call): boolean {
  const calls = [tickers, ...(tickers.furtherCalls ?? []), ...(tickers.forPair ? [tickers.forPair('x')] : [])]
  return calls.some(({ url }) => placeOf(url) === host + path)
}

/** Whether a request asks for the list of pairs. */
export const asksForPairs = ({ symbols }: Exchange, { host, path }: Call): boolean =>
  placeOf(symbols.url) === host + path

/** The reply with its body changed; a refusal stays as it is. */
export const editReply = (reply: Reply, edit: (json: string) => string): Reply =>
  reply.status === 200 ? { ...reply, body: edit(reply.body) } : reply
