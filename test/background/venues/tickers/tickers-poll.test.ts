import { describe, expect, test } from 'vitest'
import { createIntake } from '../../../../src/background/venues/intake.ts'
import { type PolledTickers, tickersPoll } from '../../../../src/background/venues/tickers/tickers-poll.ts'
import type { RestAnswer } from '../../../../src/background/requests/poll.ts'
import type { Exchange } from '../../../../src/exchanges/exchange.ts'
import type { RestCall } from '../../../../src/exchanges/feeds/rest-call.ts'
import { bithumb } from '../../../../src/exchanges/bithumb.ts'
import { coincheck } from '../../../../src/exchanges/coincheck.ts'
import { exchanges } from '../../../../src/exchanges/registry.ts'
import { upbit } from '../../../../src/exchanges/upbit.ts'

const now = 1_790_000_000_000

/** The poll, what it delivered, and how many rows it left out. */
function open(exchange: Exchange, symbols: readonly string[] = []) {
  const found = { delivered: [] as PolledTickers[], dropped: 0 }
  const poll = tickersPoll(exchange, {
    symbols: () => symbols,
    everyMs: () => exchange.tickers.everyMs,
    onTickers: (tickers) => void found.delivered.push(tickers),
    onHeard: () => undefined,
    onDropped: (rows) => void (found.dropped += rows),
    onContracts: () => undefined,
    onRead: () => undefined,
  })
  const answer = (call: RestCall, payload: unknown, at = now): RestAnswer => ({ call, payload, at })
  return { poll, found, answer, calls: poll.calls() }
}

describe('a venue whose rows name their last trade', () => {
  /** A row of `ticker/all`. */
  const row = (market: string, price: number, tradedAt: number) => ({
    market,
    trade_price: price,
    opening_price: price,
    high_price: price,
    low_price: price,
    acc_trade_volume_24h: 1000,
    acc_trade_price_24h: 1000 * price,
    trade_timestamp: tradedAt,
    timestamp: tradedAt,
  })

  test('is asked for all quote currencies at once', () => {
    expect(open(upbit).calls.map(({ url }) => url)).toEqual([
      'https://api.upbit.com/v1/ticker/all?quote_currencies=KRW,BTC,USDT',
    ])
  })

  test('has each row taken at each poll, however many pairs have not traded for hours', () => {
    const { poll, found, answer, calls } = open(upbit)
    let dropped = 0
    const intake = createIntake('upbit', null, {
      onTicks: () => undefined,
      onEpisodesChanged: () => undefined,
      onStartOver: () => undefined,
      onDropped: (rows) => void (dropped += rows),
    })
    const busy = (poll: number) => row('KRW-BUSY', 100 + poll, now + poll * 5000 - 200)
    const thin = Array.from({ length: 40 }, (_, i) => row(`BTC-C${i}`, 1, now - (i + 1) * 600_000))
    for (let k = 0; k < 90; k++) {
      const at = now + k * 5000
      poll.onAnswers([answer(calls[0]!, [...thin, busy(k)], at)])
      const { ticks, observedAt } = found.delivered.at(-1)!
      intake.takeFrame(ticks, 'poll', observedAt)
      expect(intake.engine.data.at).toBe(at)
      expect(intake.engine.data.pairs.get('KRW-BUSY')).toMatchObject({ at, last: 100 + k })
      expect(intake.engine.data.pairs.get('BTC-C39')!.at).toBe(at)
    }
    expect(found.dropped + dropped).toBe(0)
  })

  test('keeps when a row changed, lest an old price pass for a quote', () => {
    const { poll, found, answer, calls } = open(upbit)
    poll.onAnswers([answer(calls[0]!, [row('BTC-C', 1, now - 3_600_000)])])
    expect(found.delivered[0]!.ticks[0]).toMatchObject({ at: now, changedAt: now - 3_600_000 })
  })

  test('is each venue that sends a time of its own with every row, but for those that state the present', () => {
    // Bybit, KuCoin, HTX and Bithumb state one time for the answer; Gate, Coinbase and Kraken none; GMO Coin,
    // bitFlyer and Coincheck that of the reply.
    const named = exchanges.filter(({ tickers }) => tickers.rowTimes === 'last-trade').map(({ id }) => id)
    expect(named.sort()).toEqual(['binance', 'bitbank', 'bitget', 'cryptocom', 'mexc', 'okx', 'upbit'])
  })
})

describe('a cycle of several requests', () => {
  const won = { closing_price: '100', opening_price: '99', max_price: '101', min_price: '98' }
  const pairs = { status: '0000', data: { ETH: won, date: String(now) } }
  const nothing = { status: '0000', data: { date: String(now) } }

  test('takes the others where one is empty, and tells an empty first one', () => {
    const { poll, found, answer, calls } = open(bithumb)
    const [krw, btc] = calls as [RestCall, RestCall]
    expect(poll.onAnswers([answer(krw, pairs), answer(btc, nothing)])).toBeNull()
    expect(found).toMatchObject({ delivered: [{ missed: [] }], dropped: 0 })
    poll.calls()
    expect(poll.onAnswers([answer(krw, nothing), answer(btc, pairs)])).toBeNull()
    expect(found.delivered[1]).toMatchObject({ missed: ['ALL_KRW: no tickers'] })
    expect(found.delivered[1]!.ticks.map(({ symbol }) => symbol)).toEqual(['BTC-ETH'])
    expect(found.dropped).toBe(1)
  })

  test('takes the others where one is not understood, counts and tells that one', () => {
    const { poll, found, answer, calls } = open(bithumb)
    const [krw, btc] = calls as [RestCall, RestCall]
    expect(poll.onAnswers([answer(krw, pairs), answer(btc, { status: '0000', data: null })])).toBeNull()
    expect(found.delivered[0]!.missed).toEqual(['ALL_BTC: no tickers'])
    expect(found.dropped).toBe(1)
  })

  test('tells a failed request once, in the cycle in which it failed', () => {
    const { poll, found, answer, calls } = open(coincheck, ['btc_jpy', 'eth_jpy'])
    const ticker = { last: 1, bid: 1, ask: 2, high: 1, low: 1, volume: '1', timestamp: now / 1000 }
    poll.onMissed?.(calls[1]!, 'HTTP 404')
    poll.onAnswers([answer(calls[0]!, ticker)])
    poll.calls()
    poll.onAnswers([answer(calls[0]!, ticker)])
    expect(found.delivered.map(({ missed }) => missed)).toEqual([['ticker?pair=eth_jpy: HTTP 404'], []])
    expect(found.dropped).toBe(1)
  })

  test('fails where all are empty', () => {
    const { poll, found, answer, calls } = open(bithumb)
    expect(poll.onAnswers(calls.map((call) => answer(call, nothing)))).toBe('no tickers')
    expect(found.delivered).toEqual([])
  })
})
