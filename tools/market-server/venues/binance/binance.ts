import { binance as exchange } from '../../../../src/exchanges/binance.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { tradingPageHandler } from '../trading-page.ts'
import type { Call, Reply, SimulatedVenue } from '../simulated-venue.ts'
import { jsonReply, notFound } from '../simulated-venue.ts'
import { articles, networkCoins } from './official.ts'
import { answerRest, refuse } from './rest.ts'
import { openStreams } from './streams.ts'
import { openWeights } from './weights.ts'

const pageHost = 'www.binance.com'
const streamHosts = ['data-stream.binance.vision', 'stream.binance.com']
const restHosts = ['data-api.binance.vision', 'api.binance.com']
const quotes = ['BTC', 'USDT', 'ETH', 'BNB'].map((from) => [from, { from, rate: 1 }] as const)

/** Binance spot, as of late 2026: market data, streams, official statements and a trading page. */
export const binance: SimulatedVenue = {
  id: 'binance',
  hosts: [...restHosts, ...streamHosts, pageHost],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => base + quote
    const venueMarket = openVenueMarket(market, {
      venue: 'binance',
      symbolOf,
      quotes: Object.fromEntries(quotes),
    })
    const streams = openStreams(market, wall)
    const weights = openWeights(wall)
    return {
      venueMarket,
      page: tradingPageHandler(venueMarket, exchange),
      answer: (call) => (call.host === pageHost ? www(call) : answerRest(market, weights, call)),
      refusal: refuse,
      connect: (connection) => (streamHosts.includes(connection.host) ? streams.connect(connection) : null),
      step: (prints) => streams.step(prints.filter(({ symbol }) => !venueMarket.unstreamed.has(symbol))),
      shutdown: () => streams.shutdown(),
    }
    function www(call: Call): Reply {
      switch (call.path) {
        case '/bapi/composite/v1/public/cms/article/list/query':
          return jsonReply(articles(market, call.query))
        case '/bapi/capital/v1/public/capital/getNetworkCoinAll':
          return jsonReply(networkCoins(market))
        default:
          return notFound
      }
    }
  },
}
