import { expect, test } from 'vitest'
import { withTurnover } from '../../../src/background/output/with-turnover.ts'
import { createIntake } from '../../../src/background/venues/intake.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import { read, rowsOf } from '../../../src/exchanges/validate/read.ts'
import { convertAmount } from '../../../src/market/cross-rate.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { isEpisode } from '../../../src/shared/storage/is-episode.ts'

// Names of the wire that every object inherits, and figures beyond all measure, from a payload to what pages read.

const at = 1_700_000_000_000
const hour = 3_600_000
const inherited = ['constructor', 'valueOf', 'toString', 'hasOwnProperty', '__proto__']

const listing = (symbol: string, baseAsset: string, quoteAsset: string) => {
  return { symbol, status: 'TRADING', baseAsset, quoteAsset, isSpotTradingAllowed: true }
}
const tickerRow = (s: string, c: string, E: number, more: object = {}) => {
  return {
    s,
    c,
    E,
    e: '1hTicker',
    o: '100',
    h: '110',
    l: '90',
    v: '10',
    q: '1000',
    O: E - hour,
    C: E,
    L: 2,
    n: 2,
    ...more,
  }
}
const dayRow = (symbol: string, lastPrice: string) => ({
  symbol,
  lastPrice,
  quoteVolume: '1000',
  count: 1000,
  closeTime: at,
})

/** The cards of a stray print of GOODUSDT, and of whatever EVILX sends meanwhile, as they are stored. */
function storedCards(
  evil: ReturnType<typeof listing>,
  price: string,
  more: (i: number) => object = () => ({}),
): unknown[] {
  const cards: Episode[] = []
  const intake = createIntake('binance', null, {
    onTicks: () => undefined,
    onStartOver: () => undefined,
    onEpisodesChanged: (_, changed) =>
      void cards.push(...changed.map((card) => withTurnover(card, intake.engine))),
  })
  const list = { symbols: [listing('GOODUSDT', 'GOOD', 'USDT'), evil] }
  intake.takeListings(rowsOf(read(binance, 'rest.symbols', list, at), 'symbol'))
  intake.seed(
    rowsOf(read(binance, 'rest.tickers', [dayRow('GOODUSDT', '100'), dayRow('EVILX', '1')], at), 'tick'),
  )
  for (let i = 0; i <= 31; i++) {
    const E = at + i * 1000
    const frame = [
      tickerRow('GOODUSDT', i < 31 ? '100' : '9000', E),
      tickerRow('EVILX', i < 31 ? '1' : price, E, more(i)),
    ]
    intake.takeFrame(rowsOf(read(binance, 'ws.ticker', frame, E), 'tick'), 'stream')
  }
  return JSON.parse(JSON.stringify(cards)) as unknown[]
}

test.each(inherited)('a coin quoted in %s harms no card, its own neither', (quote) => {
  const cards = storedCards(listing('EVILX', 'EVIL', quote), '400')
  expect(cards).toMatchObject([{ symbol: 'GOODUSDT' }, { symbol: 'EVILX', quote }])
  expect(cards.every(isEpisode)).toBe(true)
  expect(cards[1]).not.toHaveProperty('turnoverUsd')
})

test('a turnover of 1e308 harms no card', () => {
  const cards = storedCards(listing('EVILX', 'EVIL', 'USDT'), '1.3', (i) => ({
    q: i % 2 ? '1e308' : '1.7e308',
    n: 5 + i,
  }))
  expect(cards.map((card) => (card as Episode).symbol)).toEqual(['GOODUSDT', 'EVILX'])
  expect(cards.every(isEpisode)).toBe(true)
})

test.each(inherited)('nothing is converted from or to %s', (currency) => {
  const rates = { USDT: { usd: 1, until: at + hour, assumed: false } }
  expect(convertAmount(rates, 1, currency, 'USDT', at)).toBeNull()
  expect(convertAmount(rates, 1, 'USDT', currency, at)).toBeNull()
})
