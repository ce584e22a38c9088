import { beforeEach, describe, expect, test } from 'vitest'
import { createSubscriptions } from '../../../../src/background/venues/subscriptions/subscriptions.ts'
import { bybit } from '../../../../src/exchanges/bybit.ts'
import { coinbase } from '../../../../src/exchanges/coinbase.ts'
import { gmocoin } from '../../../../src/exchanges/gmocoin.ts'
import { kraken } from '../../../../src/exchanges/kraken.ts'
import { upbit } from '../../../../src/exchanges/upbit.ts'
import type { SubscriptionReply } from '../../../../src/exchanges/feeds/stream-call.ts'
import type { TradeFeed } from '../../../../src/exchanges/feeds/trade-feed.ts'
import type { Listing } from '../../../../src/market/pair.ts'

/** Names of each frame, in order. */
let sent: (readonly string[])[] = []
let now = 0
beforeEach(() => {
  sent = []
  now = 1_700_000_000_000
})

const listing = (symbol: string, state: Listing['state'] = 'trading'): Listing => ({
  type: 'symbol',
  symbol,
  base: symbol,
  quote: 'USDT',
  state,
})
/** A venue whose replies are what we hand to `take`. */
function open(
  feed: Partial<Pick<TradeFeed, 'limits'>> = {},
  refusesOnly?: true,
  isTraded?: (symbol: string) => boolean,
) {
  const frames: number[] = []
  const subscriptions = createSubscriptions(
    {
      stream: {
        url: 'wss://venue.example',
        subscriptionReply: (message) => message as SubscriptionReply,
        ...(refusesOnly && { refusesOnly }),
      },
      subscribe(names, id) {
        frames.push(id)
        return names
      },
      unsubscribe: () => null,
      ...feed,
    },
    (frame) => sent.push(frame as string[]),
    isTraded,
  )
  const take = (reply: SubscriptionReply) => subscriptions.take(reply, now)
  return {
    subscriptions,
    /** Answers the frames of ours that were not answered yet, as a venue that knows no bad name. */
    answer(bad: readonly string[]) {
      while (frames.length > 0) {
        const id = frames.shift()!
        take({ id, kind: sent[id - 1]!.some((name) => bad.includes(name)) ? 'refused' : 'accepted' })
      }
    },
    take,
    pass(seconds: number) {
      for (let second = 0; second < seconds; second++) {
        now += 1000
        subscriptions.tick(now)
      }
    },
  }
}
const names = (count: number) => Array.from({ length: count }, (_, i) => `p${i}`)

describe('a frame that is refused', () => {
  test.each([0, 3, 6])('is halved until the bad name (%i of 7) stands alone', (i) => {
    const { subscriptions, answer } = open()
    subscriptions.set(names(7), now)
    answer([`p${i}`])
    const asked = sent.flat().filter((name) => name !== `p${i}`)
    // Every good name was accepted: nothing is left to ask.
    sent = []
    subscriptions.set(names(7), now)
    expect([new Set(asked).size, sent, subscriptions.counts.refused]).toEqual([6, [], 1])
  })

  test('is halved around several bad names', () => {
    const { subscriptions, answer, pass } = open()
    subscriptions.set(names(40), now)
    answer(['p0', 'p1', 'p17', 'p39'])
    expect(subscriptions.counts).toEqual({ refused: 4, unanswered: 0, unmatched: 0 })
    sent = []
    pass(25)
    expect(sent).toEqual([])
  })

  test('does not bring the bad name back until it is newly listed', () => {
    const { subscriptions, answer, pass } = open()
    subscriptions.learn([listing('good'), listing('bad')])
    subscriptions.set(['good'], now)
    answer([])
    subscriptions.set(['good', 'bad'], now)
    answer(['bad'])
    const before = sent.length
    subscriptions.learn([listing('good'), listing('bad', 'delisted')])
    pass(500)
    expect(sent).toHaveLength(before)
    subscriptions.learn([listing('good'), listing('bad')])
    pass(1)
    expect(sent.slice(before)).toEqual([['bad']])
    answer([])
    expect(subscriptions.counts.refused).toBe(0)
  })

  test('brings a refused name back after ever longer waits', () => {
    const { subscriptions, answer, pass } = open()
    subscriptions.set(['good', 'bad'], now)
    const asked = () => sent.filter(([name]) => name === 'bad').length
    for (let hour = 0; hour < 12; hour++)
      for (let minute = 0; minute < 60; minute++) {
        answer(['bad'])
        pass(60)
      }
    expect(asked()).toBeGreaterThan(4)
    expect(asked()).toBeLessThan(15)
  })

  test('brings a name that trades elsewhere on the venue back within a minute, however long it was refused', () => {
    const { subscriptions, answer, pass } = open({}, undefined, (symbol) => symbol === 'moving')
    subscriptions.set(['good', 'moving', 'bad'], now)
    for (let minute = 0; minute < 60; minute++) {
      answer(['moving', 'bad'])
      pass(60)
    }
    answer(['bad'])
    expect(subscriptions.stands('moving')).toBe(true)
    expect(subscriptions.stands('bad')).toBe(false)
  })

  test('is asked again within a minute where the venue refuses every name: the fault is its own', () => {
    const { subscriptions, answer, pass } = open()
    subscriptions.set(names(2), now)
    for (let minute = 0; minute < 5; minute++) {
      answer(names(2))
      pass(60)
    }
    answer([])
    expect(subscriptions.counts.refused).toBe(0)
  })

  test('that names all of its pairs tells no more than one that names none', () => {
    const { subscriptions, take } = open()
    subscriptions.set(names(4), now)
    take({ kind: 'refused', names: names(4) })
    expect(sent.slice(1)).toEqual([
      ['p0', 'p1'],
      ['p2', 'p3'],
    ])
  })

  test('for being one too many is sent again as it was, later', () => {
    const { subscriptions, take, pass } = open()
    subscriptions.set(names(4), now)
    take({ kind: 'busy', id: 1 })
    pass(9)
    expect([sent.length, subscriptions.counts.unanswered]).toEqual([1, 4])
    pass(1)
    expect(sent[1]).toEqual(names(4))
  })

  test('counts where it fits no frame of ours', () => {
    const { subscriptions, take } = open()
    take({ kind: 'refused', id: 77 })
    expect(subscriptions.counts).toEqual({ refused: 0, unanswered: 0, unmatched: 1 })
  })
})

describe('a frame without an answer', () => {
  test('is asked again after ten seconds, then after growing, bounded waits', () => {
    const { subscriptions, pass } = open()
    const at: number[] = []
    const begin = now
    subscriptions.set(['p'], now)
    for (let second = 0; second < 600; second++) {
      const before = sent.length
      pass(1)
      if (sent.length > before) at.push((now - begin) / 1000)
    }
    const gaps = at.slice(1).map((second, i) => second - at[i]!)
    expect(at[0]).toBe(10)
    expect(gaps.every((gap, i) => gap >= (gaps[i - 1] ?? 0))).toBe(true)
    expect(gaps.at(-1)).toBeLessThanOrEqual(60)
    expect(subscriptions.counts.unanswered).toBe(1)
  })

  test('is halved: a venue may say nothing of a frame that a bad name spoilt', () => {
    const { subscriptions, take, pass } = open()
    subscriptions.set(names(4), now)
    for (let second = 0; second < 240; second++) {
      pass(1)
      for (const [i, frame] of sent.entries())
        if (!frame.includes('p2')) take({ kind: 'accepted', id: i + 1 })
    }
    expect(subscriptions.counts).toEqual({ refused: 0, unanswered: 1, unmatched: 0 })
  })

  test('stands once trades come', () => {
    const { subscriptions, pass } = open()
    subscriptions.set(['p'], now)
    subscriptions.markHeard('p')
    pass(120)
    expect(sent).toEqual([['p']])
  })

  test('is asked again although the clock was set back an hour', () => {
    const { subscriptions, pass } = open()
    subscriptions.set(['p'], now)
    now -= 3_600_000
    pass(20)
    expect(sent.length).toBeGreaterThan(1)
  })

  test('that closes the connection is halved on the next one', () => {
    const { subscriptions, take } = open()
    subscriptions.set(names(4), now)
    subscriptions.reset(now)
    subscriptions.set(names(4), now)
    take({ kind: 'accepted', id: 2 })
    subscriptions.reset(now)
    sent = []
    subscriptions.set(names(4), now)
    expect(sent).toEqual([['p0', 'p1'], ['p2'], ['p3']])
  })

  test('is due at once on a new connection', () => {
    const { subscriptions, pass } = open()
    subscriptions.set(['p'], now)
    pass(100)
    subscriptions.reset(now)
    sent = []
    subscriptions.set(['p'], now)
    expect(sent).toEqual([['p']])
  })

  test('stands where the venue never answers', () => {
    const { subscriptions, pass } = open({}, true)
    subscriptions.set(['p'], now)
    pass(600)
    expect([sent, subscriptions.counts.unanswered]).toEqual([[['p']], 0])
  })
})

describe('on the wire of', () => {
  const openFor = (feed: TradeFeed) => createSubscriptions(feed, (frame) => sent.push(frame as string[]))
  const text = () => sent.map((frame) => JSON.stringify(frame))

  test('Coinbase a delisted product is named by the reason, and the others are asked for again', () => {
    const subscriptions = openFor(coinbase.trades)
    subscriptions.set(['ETH-USD', 'SOL-USD', 'OLD-USDT'], now)
    subscriptions.take({ type: 'error', message: 'Failed to subscribe', reason: 'OLD-USDT is delisted' }, now)
    expect(text()[1]).toContain('["ETH-USD","SOL-USD"]')
    const channels = [{ name: 'matches', product_ids: ['ETH-USD', 'SOL-USD'] }]
    subscriptions.take({ type: 'subscriptions', channels }, now)
    subscriptions.tick(now + 60_000)
    expect([sent.length, subscriptions.counts.refused]).toEqual([3, 1])
  })

  test('Bybit a topic that is subscribed to already counts as accepted, and spoils its frame', () => {
    const subscriptions = openFor(bybit.trades)
    subscriptions.set(['AUSDT', 'BUSDT'], now)
    const ret_msg = 'error:already subscribed,topic:publicTrade.AUSDT'
    subscriptions.take({ success: false, ret_msg, conn_id: 'c', op: 'subscribe' }, now)
    expect(text()[1]).toContain('["publicTrade.BUSDT"]')
    expect(subscriptions.counts.refused).toBe(0)
  })

  test('Bybit a refusal that repeats no id and names nothing is about the oldest frame', () => {
    const subscriptions = openFor(bybit.trades)
    subscriptions.set(['AUSDT', 'BUSDT'], now)
    subscriptions.take({ success: false, ret_msg: 'params error', op: 'subscribe' }, now)
    expect(
      text()
        .slice(1)
        .map((frame) => /publicTrade\.\w+/.exec(frame)?.[0]),
    ).toEqual(['publicTrade.AUSDT', 'publicTrade.BUSDT'])
  })

  test('Kraken the name is that of the list of pairs, not a guess', () => {
    const subscriptions = openFor(kraken.trades)
    const pair = { ...listing('XRPRLUSD'), base: 'XRP', quote: 'RLUSD' }
    subscriptions.set(['XRPRLUSD'], now)
    const error = 'Currency pair not supported XRPRL/USD'
    subscriptions.take({ method: 'subscribe', success: false, error, symbol: 'XRPRL/USD', req_id: 1 }, now)
    expect(subscriptions.counts.refused).toBe(1)
    subscriptions.learn([pair])
    subscriptions.tick(now + 1000)
    expect(text()[1]).toContain('XRP/RLUSD')
    expect(subscriptions.symbolOf('XRP/RLUSD')).toBe('XRPRLUSD')
  })

  test('GMO Coin an error is about the frame that left the queue last', () => {
    const subscriptions = openFor(gmocoin.trades)
    subscriptions.set(['BTC', 'GONE', 'ETH'], now)
    subscriptions.take({ error: 'ERR-5106 Invalid request parameter. symbol' }, now + 1200)
    subscriptions.tick(now + 20_000)
    expect(text()).toHaveLength(3)
    subscriptions.tick(now + 40_000)
    expect(text()[3]).toContain('"GONE"')
  })

  test('Upbit, whose frames replace each other, the good codes stand beside the one that is tried', () => {
    const subscriptions = openFor(upbit.trades)
    const refuse = () => subscriptions.take({ error: { name: 'INVALID_PARAM', message: '' } }, now)
    const codes = () => (sent.at(-1) as unknown as { codes?: string[] }[])[1]!.codes!
    const wanted = ['KRW-A', 'KRW-B', 'KRW-GONE', 'KRW-C']
    subscriptions.set(wanted, now)
    for (let i = 0; i < 60; i++) {
      const frames = sent.length
      if (codes().includes('KRW-GONE')) refuse()
      now += 1000
      subscriptions.tick(now)
      expect(sent.length - frames).toBeLessThan(4)
      if (codes().length === 3 && !codes().includes('KRW-GONE')) break
    }
    expect([codes(), subscriptions.counts.refused]).toEqual([['KRW-A', 'KRW-B', 'KRW-C'], 1])
  })
})
