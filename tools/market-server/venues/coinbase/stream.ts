import { byGood } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { heard, textsOf } from '../heard.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { currencyRow, exchangeProduct, matchMessage, tickerMessage } from './rows.ts'

// https://docs.cdp.coinbase.com/exchange/websocket-feed/overview and …/rate-limits
const PATIENCE_MS = 5_000
const BATCH_MS = 5_000
const MESSAGES_A_SECOND = 100

/** Channels of one product each; `status` is of all. */
const channels = ['matches', 'ticker', 'ticker_batch']

/** Opens the feed. Who does not subscribe within five seconds is shown out; no sign of life is wanted after that. */
export function openStream(shelf: Shelf, wall: () => number): Stream {
  const batchOf = (): number => Math.floor(shelf.now / BATCH_MS)
  let batch = batchOf()
  /** Traded since the last batch. */
  const fresh = new Set<Good>()
  const room = openRoom(wall, (guest) => {
    const second = openBudget(wall, MESSAGES_A_SECOND, 1_000)
    return (text) => {
      if (second.charge(1) > 0) return room.dismiss(guest, 1008, 'rate limit exceeded')
      const { type, product_ids, channels: asked } = heard(text) ?? {}
      if (type !== 'subscribe' && type !== 'unsubscribe')
        return room.tell(guest, { type: 'error', message: 'Malformed JSON' })
      const named = (Array.isArray(asked) ? (asked as unknown[]) : []).map(nameOf)
      order(guest, type, textsOf(product_ids), named)
    }
  })
  function order(guest: Guest, type: string, ids: readonly string[], named: readonly string[]): void {
    const fail = (reason: string): void =>
      room.tell(guest, { type: 'error', message: 'Failed to subscribe', reason })
    const wrong = named.find((name) => name !== 'status' && !channels.includes(name))
    if (wrong !== undefined || named.length === 0)
      return fail(`${wrong ?? 'undefined'} is not a valid channel`)
    const unknown = ids.find((id) => !shelf.good(id))
    if (unknown !== undefined) return fail(`${unknown} is not a valid product`)
    const topics = named.flatMap((name) =>
      name === 'status' ? ['status'] : ids.map((id) => `${name} ${id}`),
    )
    if (topics.length === 0)
      return fail(`You need to specify at least one product ID for channel ${named[0]}`)
    const isNew = (topic: string): boolean => type === 'subscribe' && !guest.topics.has(topic)
    const joined = ids.filter((id) => named.includes('matches') && isNew(`matches ${id}`))
    for (const topic of topics) {
      if (type === 'subscribe') guest.topics.add(topic)
      else guest.topics.delete(topic)
    }
    guest.aliveAt = Infinity
    room.tell(guest, { type: 'subscriptions', channels: subscriptions(guest) })
    for (const id of joined) {
      const good = shelf.good(id)
      const [last] = good ? shelf.trades(good, 1) : []
      if (last) room.tell(guest, matchMessage('last_match', last))
    }
  }
  return {
    connect: (line) => room.connect(line),
    step(deals) {
      for (const guest of room.guests)
        if (wall() - guest.aliveAt >= PATIENCE_MS) room.dismiss(guest, 1000, 'no subscription')
      for (const [good, own] of byGood(deals)) {
        fresh.add(good)
        // Each match is a frame of its own.
        for (const deal of own) room.say(`matches ${good.symbol}`, () => matchMessage('match', deal))
        room.say(`ticker ${good.symbol}`, () => tickerMessage(shelf, good))
      }
      if (batchOf() === batch) return
      batch = batchOf()
      for (const good of fresh) room.say(`ticker_batch ${good.symbol}`, () => tickerMessage(shelf, good))
      fresh.clear()
      room.say('status', () => ({
        type: 'status',
        products: shelf.goods.map((good) => ({ ...exchangeProduct(shelf, good), type: 'spot' })),
        currencies: shelf.assets.map((asset) => currencyRow(shelf, asset)),
      }))
    },
    goodbye: () => room.close(1001, 'going away'),
  }
}

/** A channel is asked for by its name or by an object that holds it. */
const nameOf = (channel: unknown): string =>
  String(typeof channel === 'object' && channel !== null && 'name' in channel ? channel.name : channel)

/** All that one guest listens to, by channel. */
function subscriptions(guest: Guest): unknown[] {
  const byName = new Map<string, string[]>()
  for (const topic of guest.topics) {
    const [name = '', id] = topic.split(' ')
    byName.set(name, [...(byName.get(name) ?? []), ...(id === undefined ? [] : [id])])
  }
  return [...byName].map(([name, product_ids]) => ({ name, product_ids, account_ids: null }))
}
