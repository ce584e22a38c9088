import type { VenueTrade } from '../../market/venue-trades.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { objectIn } from '../client-message.ts'
import { openIdleCutoff } from '../idle-cutoff.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { openThrottle } from '../throttle.ts'
import { tickerRow } from './rest.ts'

const pingEveryMs = 60_000
const channelNames = ['ticker', 'trades', 'orderbooks']

/**
 * One subscribe or unsubscribe frame a second over all sockets of an IP, nothing acknowledged. A ping a minute,
 * disconnected after three without pong; a socket without subscriptions is dropped after a minute.
 * https://api.coin.z.com/docs/#outline
 */
export function openStreams(venueMarket: VenueMarket, wall: () => number): Stream {
  const hub = openHub(wall, (client) => (text) => receive(client, text))
  const idleCutoff = openIdleCutoff(hub, wall)
  const pace = openBudget(wall, 1, 1_000)
  const throttle = openThrottle(venueMarket, 1_000)
  return {
    connect: (connection) => idleCutoff.connect(connection),
    step(venueTrades) {
      idleCutoff.cut(({ topics }) => (topics.size > 0 ? 3 * pingEveryMs : pingEveryMs))
      for (const client of hub.clients) ping(client)
      for (const venueTrade of venueTrades) sayTrade(venueTrade)
      for (const listing of throttle(venueTrades))
        hub.publish(`ticker ${listing.symbol}`, () => ({
          channel: 'ticker',
          ...tickerRow(venueMarket, listing, listing.symbol),
        }))
    },
    // The protocol has no shutdown message.
    shutdown: () => hub.close(1001, ''),
  }

  function receive(client: Client, text: string): void {
    const error = (code: string): void => hub.send(client, { error: code })
    const order = objectIn(text)
    if (!order) return error('ERR-5106 Invalid request parameter.')
    if (pace.charge(1) > 0) return error('ERR-5003 Request too many.')
    const { command, channel, symbol, option } = order
    if (typeof channel !== 'string' || !channelNames.includes(channel))
      return error('ERR-5106 Invalid request parameter. channel')
    if (typeof symbol !== 'string' || !venueMarket.streamed(symbol.replace(/_JPY$/, '')))
      return error('ERR-5106 Invalid request parameter. symbol')
    const topic = `${channel} ${symbol}${option === 'TAKER_ONLY' ? ' takers' : ''}`
    if (command === 'subscribe') client.topics.add(topic)
    else if (command === 'unsubscribe') client.topics.delete(topic)
    else error('ERR-5106 Invalid request parameter. command')
  }

  function ping(client: Client): void {
    if (client.topics.size === 0 || wall() - client.probedAt < pingEveryMs) return
    client.probedAt = wall()
    client.connection.ping()
  }

  /** Rows of taker and maker, unless only takers are requested. */
  function sayTrade(venueTrade: VenueTrade): void {
    const { symbol } = venueTrade.listing
    const other = venueTrade.side === 'buy' ? 'sell' : 'buy'
    hub.publish(`trades ${symbol} takers`, () => tradeFrame(venueTrade, venueTrade.side))
    hub.publish(`trades ${symbol}`, () => tradeFrame(venueTrade, venueTrade.side))
    hub.publish(`trades ${symbol}`, () => tradeFrame(venueTrade, other))
  }
}

const tradeFrame = ({ listing, at, price, amount }: VenueTrade, side: string): unknown => ({
  channel: 'trades',
  price: plainDecimal(price),
  side: side.toUpperCase(),
  size: plainDecimal(amount),
  symbol: listing.symbol,
  timestamp: new Date(at).toISOString(),
})
