import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listedIn } from '../../../src/exchanges/perpetual/listed-in.ts'
import type { PerpetualKind, PerpetualMarket } from '../../../src/exchanges/perpetual/perpetual-market.ts'
import { readPerpetual } from '../../../src/exchanges/perpetual/read-perpetual.ts'
import { bitflyerPerpetual } from '../../../src/exchanges/perpetual/venues/bitflyer.ts'
import { coinbasePerpetual } from '../../../src/exchanges/perpetual/venues/coinbase.ts'
import { cryptocomPerpetual } from '../../../src/exchanges/perpetual/venues/cryptocom.ts'
import { htxPerpetual } from '../../../src/exchanges/perpetual/venues/htx.ts'
import { krakenPerpetual } from '../../../src/exchanges/perpetual/venues/kraken.ts'
import { kucoinPerpetual } from '../../../src/exchanges/perpetual/venues/kucoin.ts'
import { damaged } from '../validate/odd-json.ts'

const at = 1_780_000_000_000
const read = (
  market: PerpetualMarket,
  kind: PerpetualKind,
  payload: unknown,
  context: { requested?: string; listing?: unknown } = {},
) => {
  const { requested, listing } = context
  return readPerpetual(market, kind, payload, {
    at,
    ...(requested !== undefined && { requested }),
    ...(listing !== undefined && { contracts: listedIn(market, [listing]) }),
  }).rows
}

const kucoinListing = {
  code: '200000',
  data: [
    {
      ...{ symbol: 'XBTUSDTM', type: 'FFWCSX', expireDate: null, baseCurrency: 'XBT', quoteCurrency: 'USDT' },
      ...{
        settleCurrency: 'USDT',
        multiplier: 0.001,
        isInverse: false,
        status: 'Open',
        openInterest: '5000',
      },
      ...{ fundingFeeRate: 0.0001, fundingRateGranularity: 28_800_000, nextFundingRateTime: 60_000 },
      ...{ lastTradePrice: 50_000, priceChg: 1000, markPrice: 50_010, indexPrice: 50_005, volumeOf24h: 7 },
      ...{ fundingRateCap: 0.003, fundingRateFloor: -0.003 },
    },
    {
      ...{ symbol: '1000BONKUSDTM', type: 'FFWCSX', baseCurrency: '1000BONK', quoteCurrency: 'USDT' },
      ...{ settleCurrency: 'USDT', multiplier: 10, isInverse: false, status: 'CancelOnly' },
    },
    {
      ...{ symbol: 'XBTUSDM', type: 'FFWCSX', baseCurrency: 'XBT', quoteCurrency: 'USD' },
      ...{ settleCurrency: 'XBT', multiplier: -1, isInverse: true, status: 'Open' },
    },
    {
      ...{ symbol: 'XBTMZ26', type: 'FFICSX', expireDate: 1_798_185_600_000, baseCurrency: 'XBT' },
      ...{ quoteCurrency: 'USD', settleCurrency: 'XBT', multiplier: -1, isInverse: true, status: 'Open' },
    },
  ],
}
const kucoinTrade = (symbol: string, price: number, size: number) => ({
  topic: `/contractMarket/execution:${symbol}`,
  subject: 'match',
  data: { symbol, side: 'buy', size, price, tradeId: '1', takerOrderId: '2', ts: 1_780_000_000_123_000_000 },
})

describe('KuCoin', () => {
  test('lists what never expires, by the names of the coins', () => {
    expect(read(kucoinPerpetual, 'rest.symbols', kucoinListing)).toMatchObject([
      { symbol: 'XBTUSDTM', base: 'BTC', contractSize: 0.001, multiplier: 1, intervalH: 8, cap: 0.003 },
      { symbol: '1000BONKUSDTM', base: 'BONK', contractSize: 10, multiplier: 1000, state: 'cancel-only' },
      { symbol: 'XBTUSDM', base: 'BTC', contractSize: 1, margin: 'inverse', settle: 'BTC' },
    ])
  })

  test('gives the time until the next funding, and open interest in lots', () => {
    const [tick, terms] = read(kucoinPerpetual, 'rest.tickers', kucoinListing, { listing: kucoinListing })
    expect(tick).toMatchObject({ base: 'BTC', last: 50_000, open: 49_000, baseVolume: 7 })
    expect(terms).toMatchObject({ mark: 50_010, nextFundingAt: at + 60_000, openInterest: 5 })
  })

  test('trades lots: coins, thousands of coins, dollars', () => {
    const amountOf = (symbol: string, price: number, size: number) =>
      read(kucoinPerpetual, 'ws.trades', kucoinTrade(symbol, price, size), { listing: kucoinListing })
    expect(amountOf('XBTUSDTM', 50_000, 16)).toMatchObject([{ amount: 0.016, at: 1_780_000_000_123 }])
    expect(amountOf('1000BONKUSDTM', 0.02, 3)).toMatchObject([{ amount: 30_000, price: 0.000_02 }])
    expect(amountOf('XBTUSDM', 50_000, 100)).toMatchObject([{ amount: 0.002 }])
    // The size of a lot is never guessed.
    expect(read(kucoinPerpetual, 'ws.trades', kucoinTrade('XBTUSDTM', 50_000, 16))).toEqual([])
  })

  test('takes a premium for no funding rate', () => {
    const series = (symbol: string) => ({ data: { dataList: [{ symbol, timePoint: at, value: 0.0225 }] } })
    expect(read(kucoinPerpetual, 'rest.derivatives', series('.XBTUSDTMPI'))).toEqual([])
    expect(read(kucoinPerpetual, 'rest.funding', series('.XBTUSDTMFPI8H'))).toMatchObject([
      { symbol: 'XBTUSDTM', fundingRate: 0.0225, intervalH: 8 },
    ])
    expect(read(kucoinPerpetual, 'rest.index', series('.KXBT'))).toMatchObject([{ index: 0.0225 }])
  })
})

test('KuCoin says which contracts are of no coin', () => {
  const classOf = (more: object) => {
    const [row] = read(kucoinPerpetual, 'rest.symbols', {
      code: '200000',
      data: [{ ...kucoinListing.data[0], ...more }],
    })
    return row?.type === 'contract' && row.class
  }
  const kinds = ['CRYPTO', 'STOCK', 'METAL', 'COMMODITY'].map((assetClass) => classOf({ assetClass }))
  expect([classOf({}), ...kinds]).toEqual(['crypto', 'crypto', ...Array<string>(3).fill('traditional')])
})

const htxInterest = {
  status: 'ok',
  ts: at,
  data: [
    { contract_code: 'BTC-USDT', volume: 78_696, amount: 78.696, business_type: 'swap' },
    { contract_code: 'BTC-USDT-261225', volume: 10_925, amount: 10.925, business_type: 'futures' },
  ],
}

describe('HTX', () => {
  test('counts open interest once, not for both sides, and leaves out dated futures', () => {
    expect(read(htxPerpetual, 'rest.open-interest', htxInterest)).toMatchObject([
      { symbol: 'BTC-USDT', openInterest: 39.348 },
    ])
  })

  test('goes on trading while it settles each day', () => {
    const listed = (contract_status: number) => ({
      status: 'ok',
      data: [{ contract_code: 'O3-USDT', contract_size: 1, contract_status, delivery_time: '' }],
    })
    const states = [1, 5, 8, 3, 0].map((status) => read(htxPerpetual, 'rest.symbols', listed(status))[0])
    expect(states.map((row) => row?.type === 'contract' && row.state)).toEqual([
      ...['trading', 'trading', 'trading', 'halted', 'delisted'],
    ])
  })

  test('says which contracts are of no coin, in one list or the other, and how often they are funded', () => {
    const listed = (more: object) =>
      read(htxPerpetual, 'rest.symbols', {
        status: 'ok',
        data: [{ contract_code: 'O3-USDT', contract_size: 1, contract_status: 1, ...more }],
      })[0]
    const classOf = (more: object) => {
      const row = listed(more)
      return row?.type === 'contract' && row.class
    }
    expect(classOf({ labels: ['new', 'meme'], tradfi_labels: [] })).toBe('crypto')
    expect(classOf({ labels: ['tradfi'], tradfi_labels: ['Stocks', 'Indices'] })).toBe('traditional')
    expect(classOf({ labels: ['stock'] })).toBe('traditional')
    expect(listed({ settlement_period: '4' })).toMatchObject({ intervalH: 4 })
  })

  test('reads coins of contracts settled in coins, and the order that closed a position', () => {
    const trade = {
      amount: 6,
      quantity: 2.25,
      ts: at,
      id: 743_774_717_120_000,
      price: 26.5,
      direction: 'buy',
    }
    const message = { ch: 'market.ATOM-USD.trade.detail', ts: at, tick: { id: 1, ts: at, data: [trade] } }
    expect(htxPerpetual.kindOf(message)).toBe('ws.trades')
    expect(read(htxPerpetual, 'ws.trades', message)).toMatchObject([{ symbol: 'ATOM-USD', amount: 2.25 }])
    const closed = {
      ...{ contract_code: 'BTC-USDT', liquidation_time: String(at), side: 'buy', position_side: 'short' },
      ...{ volume: '2', amount: '2', bankrupt_price: '60000', trade_turnover: '120' },
    }
    expect(read(htxPerpetual, 'rest.liquidations', { code: 200, data: [closed], ts: at })).toMatchObject([
      { side: 'buy', amount: 0.002, price: 60_000 },
    ])
  })
})

const krakenTickers = {
  result: 'success',
  serverTime: '2026-05-28T20:26:40.000Z',
  tickers: [
    {
      ...{ symbol: 'PI_XBTUSD', last: 50_000, markPrice: 50_000, indexPrice: 50_000, vol24h: 100_000 },
      ...{ openInterest: 25_000, fundingRate: 2e-9 },
    },
    {
      ...{ symbol: 'PF_XBTUSD', last: 50_000, markPrice: 50_000, indexPrice: 49_000, vol24h: 3 },
      ...{ openInterest: 4, fundingRate: 5 },
    },
    { symbol: 'FI_XBTUSD_261225', last: 51_000, markPrice: 51_000 },
    { symbol: 'in_xbtusd', last: 50_000 },
  ],
}

describe('Kraken', () => {
  test('gives the funding rate as a fraction, and dollars of inverse contracts as coins', () => {
    expect(read(krakenPerpetual, 'rest.tickers', krakenTickers)).toMatchObject([
      { symbol: 'PI_XBTUSD', base: 'BTC', baseVolume: 2, quoteVolume: 100_000 },
      { symbol: 'PI_XBTUSD', openInterest: 0.5, fundingRate: 0.0001, intervalH: 1 },
      { symbol: 'PF_XBTUSD', base: 'BTC', baseVolume: 3 },
      { symbol: 'PF_XBTUSD', openInterest: 4, fundingRate: 0.0001 },
    ])
  })

  test('tells liquidations among trades, and leaves out what is off the book', () => {
    const trades = ['fill', 'liquidation', 'block', 'assignment'].map((type, i) => ({
      ...{ product_id: 'PF_ETHUSD', uid: String(i), side: 'sell', type, time: at, qty: 2, price: 3000 },
    }))
    const snapshot = { feed: 'trade_snapshot', product_id: 'PF_ETHUSD', trades }
    expect(read(krakenPerpetual, 'ws.trades', snapshot)).toMatchObject([{ id: '0' }, { id: '1' }])
    expect(read(krakenPerpetual, 'ws.liquidations', snapshot)).toMatchObject([
      { type: 'liquidation', id: '1', side: 'sell', amount: 2 },
    ])
    const past = {
      history: [{ uid: 'a', side: 'buy', type: 'fill', time: '2026-05-28T20:26:40Z', size: 100, price: 50 }],
    }
    expect(read(krakenPerpetual, 'rest.trades', past, { requested: 'PI_LTCUSD' })).toMatchObject([
      { amount: 2 },
    ])
    expect(read(krakenPerpetual, 'rest.trades', past, { requested: 'PF_LTCUSD' })).toMatchObject([
      { amount: 100 },
    ])
  })
})

const cryptocomTickers = {
  code: 0,
  result: {
    data: [
      { i: 'BTC_USD', a: '1', t: at },
      { i: 'BTCUSD-PERP', a: '50000', oi: '3', v: '7', vv: '350000', t: at },
      { i: 'BTCUSD-261225', a: '51000', t: at },
    ],
  },
}
const coinbaseTrade = {
  trade_id: '1',
  product_id: 'BTC-PERP-INTX',
  price: '50000',
  size: '0.1',
  time: '2026-05-28T20:26:40Z',
  side: 'BUY',
}

describe('further venues', () => {
  test('Crypto.com: contracts alone of a list of all markets', () => {
    expect(read(cryptocomPerpetual, 'rest.tickers', cryptocomTickers)).toMatchObject([
      { type: 'tick', symbol: 'BTCUSD-PERP', base: 'BTC', quote: 'USD' },
      { type: 'derivative', symbol: 'BTCUSD-PERP', openInterest: 3 },
    ])
  })

  test('Crypto.com: contracts of shares and of what is not listed yet are told apart, an index is that of its contract', () => {
    const contract = (base: string, product_type?: string) => ({
      ...{ symbol: `${base}USD-PERP`, inst_type: 'PERPETUAL_SWAP', base_ccy: base, quote_ccy: 'USD' },
      ...{ tradable: true, contract_size: '1', product_type },
    })
    const types = ['DIGITAL_CURRENCIES', 'EQUITY', 'EQUITY_IND', 'COMMODITIES', 'PRE_IPO', 'SOON', undefined]
    const data = types.map((type, i) => contract(`C${i}`, type))
    const listing = { code: 0, result: { data } }
    const classes = read(cryptocomPerpetual, 'rest.symbols', listing).map(
      (row) => 'class' in row && row.class,
    )
    const traditional = 'traditional'
    expect(classes).toEqual([
      ...['crypto', traditional, traditional, traditional, 'pre-market', traditional, 'crypto'],
    ])
    const index = (name: string) => ({
      result: { channel: 'index', instrument_name: name, data: [{ v: '5', t: at }] },
    })
    const of = (name: string) => read(cryptocomPerpetual, 'ws.index', index(name), { listing })
    expect(of('C0USD-INDEX')).toMatchObject([{ symbol: 'C0USD-PERP', index: 5 }])
    expect(of('XUSD-INDEX')).toMatchObject([{ symbol: 'XUSD-INDEX', index: 5 }])
  })

  test('Coinbase: the aggressor at the international exchange, the maker at Advanced', () => {
    const match = { ...coinbaseTrade, channel: 'MATCH', match_id: '1', trade_price: '1', trade_qty: '2' }
    expect(read(coinbasePerpetual, 'ws.trades', { ...match, aggressor_side: 'BUY' })).toMatchObject([
      { side: 'buy' },
    ])
    const events = [{ trades: [coinbaseTrade, { ...coinbaseTrade, product_id: 'BTC-USD' }] }]
    expect(read(coinbasePerpetual, 'ws.trades', { channel: 'market_trades', events })).toMatchObject([
      { symbol: 'BTC-PERP-INTX', side: 'sell', amount: 0.1 },
    ])
  })

  test('Coinbase: funding of the hour that ends, in nanoseconds', () => {
    const instrument = {
      ...{ symbol: '1000PEPE-PERP', type: 'PERP', base_asset_name: '1000PEPE', trading_state: 'TRADING' },
      ...{
        funding_interval: '3600000000000',
        open_interest: '2',
        quote: { mark_price: '8', predicted_funding: '0.001' },
      },
    }
    expect(read(coinbasePerpetual, 'rest.symbols', [instrument])).toMatchObject([
      { base: 'PEPE', multiplier: 1000 },
    ])
    expect(read(coinbasePerpetual, 'rest.derivatives', [instrument])).toMatchObject([
      { mark: 0.008, openInterest: 2000, fundingRate: 0.001, intervalH: 1 },
    ])
  })

  test('bitFlyer: the CFD, and no spot', () => {
    const message = (symbol: string) => ({
      params: {
        channel: `lightning_ticker_${symbol}`,
        message: { product_code: symbol, ltp: 5, timestamp: '2026-05-28T20:26:40' },
      },
    })
    expect(read(bitflyerPerpetual, 'ws.ticker', message('FX_BTC_JPY'))).toMatchObject([
      { base: 'BTC', quote: 'JPY' },
    ])
    expect(read(bitflyerPerpetual, 'ws.ticker', message('BTC_JPY'))).toEqual([])
    expect([message('FX_BTC_JPY'), message('BTC_JPY')].map(bitflyerPerpetual.kindOf)).toEqual([
      'ws.ticker',
      null,
    ])
  })
})

test.each([
  [kucoinPerpetual, kucoinListing],
  [kucoinPerpetual, kucoinTrade('XBTUSDTM', 1, 1)],
  [htxPerpetual, htxInterest],
  [krakenPerpetual, krakenTickers],
  [cryptocomPerpetual, cryptocomTickers],
  [coinbasePerpetual, { trades: [coinbaseTrade] }],
] as const)(
  'a damaged payload of $venue throws at no reader, and gives finite numbers',
  (market, payload) => {
    const kinds = Object.keys(market.readers) as PerpetualKind[]
    fc.assert(
      fc.property(damaged(payload), fc.constantFrom(...kinds), (broken, kind) => {
        market.kindOf(broken)
        for (const row of read(market, kind, broken, { requested: 'PF_XBTUSD' }))
          for (const value of Object.values(row))
            if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite)
      }),
      { numRuns: 60 },
    )
  },
)
