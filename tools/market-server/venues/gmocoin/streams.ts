import type { Deal } from '../../market/deals.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { heard } from '../heard.ts'
import { openIdle } from '../idle.ts'
import { plain } from '../plain.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { openTurns } from '../turns.ts'
import { tickerRow } from './rest.ts'

const PING_MS = 60_000
const CHANNELS = ['ticker', 'trades', 'orderbooks']

/**
 * One frame to subscribe or unsubscribe a second over all sockets of an address, nothing acknowledged. A ping a
 * minute, out after three without pong; a socket that listens to nothing is cut after a minute.
 * https://api.coin.z.com/docs/#outline
 */
export function openStreams(shelf: Shelf, wall: () => number): Stream {
  const room = openRoom(wall, (guest) => (text) => hear(guest, text))
  const idle = openIdle(room, wall)
  const pace = openBudget(wall, 1, 1_000)
  const turns = openTurns(shelf, 1_000)
  return {
    connect: (line) => idle.connect(line),
    step(deals) {
      idle.cut(({ topics }) => (topics.size > 0 ? 3 * PING_MS : PING_MS))
      for (const guest of room.guests) ping(guest)
      for (const deal of deals) sayTrade(deal)
      for (const good of turns(deals))
        room.say(`ticker ${good.symbol}`, () => ({
          channel: 'ticker',
          ...tickerRow(shelf, good, good.symbol),
        }))
    },
    // No word for it on the wire.
    goodbye: () => room.close(1001, ''),
  }

  function hear(guest: Guest, text: string): void {
    const error = (code: string): void => room.tell(guest, { error: code })
    const order = heard(text)
    if (!order) return error('ERR-5106 Invalid request parameter.')
    if (pace.charge(1) > 0) return error('ERR-5003 Request too many.')
    const { command, channel, symbol, option } = order
    if (typeof channel !== 'string' || !CHANNELS.includes(channel))
      return error('ERR-5106 Invalid request parameter. channel')
    if (typeof symbol !== 'string' || !shelf.good(symbol.replace(/_JPY$/, '')))
      return error('ERR-5106 Invalid request parameter. symbol')
    const topic = `${channel} ${symbol}${option === 'TAKER_ONLY' ? ' takers' : ''}`
    if (command === 'subscribe') guest.topics.add(topic)
    else if (command === 'unsubscribe') guest.topics.delete(topic)
    else error('ERR-5106 Invalid request parameter. command')
  }

  function ping(guest: Guest): void {
    if (guest.topics.size === 0 || wall() - guest.askedAt < PING_MS) return
    guest.askedAt = wall()
    guest.line.ping()
  }

  /** Both who took and who made unless takers alone are asked for. */
  function sayTrade(deal: Deal): void {
    const { symbol } = deal.good
    const other = deal.side === 'buy' ? 'sell' : 'buy'
    room.say(`trades ${symbol} takers`, () => tradeFrame(deal, deal.side))
    room.say(`trades ${symbol}`, () => tradeFrame(deal, deal.side))
    room.say(`trades ${symbol}`, () => tradeFrame(deal, other))
  }
}

const tradeFrame = ({ good, at, price, amount }: Deal, side: string): unknown => ({
  channel: 'trades',
  price: plain(price),
  side: side.toUpperCase(),
  size: plain(amount),
  symbol: good.symbol,
  timestamp: new Date(at).toISOString(),
})
