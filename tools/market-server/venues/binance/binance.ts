import { binance as exchange } from '../../../../src/exchanges/binance.ts'
import { openShelf } from '../../market/shelf.ts'
import { tradingPageDesk } from '../trading-page.ts'
import type { Call, Reply, Venue } from '../venue.ts'
import { jsonReply, notFound } from '../venue.ts'
import { articles, networkCoins } from './official.ts'
import { answerRest, refuse } from './rest.ts'
import { openStreams } from './streams.ts'
import { openWeights } from './weights.ts'

const PAGE_HOST = 'www.binance.com'
const STREAM_HOSTS = ['data-stream.binance.vision', 'stream.binance.com']
const REST_HOSTS = ['data-api.binance.vision', 'api.binance.com']
const quotes = ['BTC', 'USDT', 'ETH', 'BNB'].map((from) => [from, { from, rate: 1 }] as const)

/** Binance spot, as of late 2026: market data, streams, official words and a trading page. */
export const binance: Venue = {
  id: 'binance',
  hosts: [...REST_HOSTS, ...STREAM_HOSTS, PAGE_HOST],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => base + quote
    const shelf = openShelf(market, { venue: 'binance', symbolOf, quotes: Object.fromEntries(quotes) })
    const streams = openStreams(market, wall)
    const weights = openWeights(wall)
    return {
      shelf,
      page: tradingPageDesk(shelf, exchange),
      answer: (call) => (call.host === PAGE_HOST ? www(call) : answerRest(market, weights, call)),
      refusal: refuse,
      connect: (line) => (STREAM_HOSTS.includes(line.host) ? streams.connect(line) : null),
      step: (prints) => streams.step(prints),
      goodbye: () => streams.goodbye(),
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
