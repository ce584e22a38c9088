import { expect, test } from 'vitest'
import type { Contract } from '../../../src/market/contract.ts'
import type { Derivative } from '../../../src/market/derivative.ts'
import type { MarketRow } from '../../../src/exchanges/perpetual/read-market.ts'
import { judgeAll } from '../../../tools/check/judge.ts'
import type { Probe, ProbedCall } from '../../../tools/check/probe.ts'

const now = 1_700_000_000_000
const hourMs = 3_600_000
const symbol = 'BTC-USDT-SWAP'

const contract = (part: Partial<Contract> = {}): Contract => ({
  ...{ type: 'contract', symbol, base: 'BTC', quote: 'USDT', state: 'trading', multiplier: 1 },
  ...{ contractSize: 0.01, margin: 'linear', settle: 'USDT', class: 'crypto', ...part },
})
const terms = (part: Partial<Derivative> = {}): Derivative => ({
  ...{ type: 'derivative', symbol, at: now, mark: 30_000, index: 30_010, openInterest: 500 },
  ...{ fundingRate: 0.0001, intervalH: 8, nextFundingAt: now + hourMs, cap: 0.003, ...part },
})
const tick = (part: object = {}): MarketRow => ({
  ...{ type: 'tick', symbol, base: 'BTC', quote: 'USDT', at: now, last: 30_000 },
  ...{ baseVolume: 1000, quoteVolume: 30_000_000, ...part },
})
const liquidation = (price: number): MarketRow => ({
  ...{ type: 'liquidation', symbol, side: 'sell', price, amount: 1, at: now },
})
/** Fifteen minutes of trades at the pace of the day's volume. */
const trades = [0, 1].map((i): MarketRow => ({
  ...{ type: 'trade', symbol, price: 30_000, amount: 5, side: 'buy', at: now - i * 900_000 },
}))

type Calls = Partial<Record<ProbedCall, readonly MarketRow[]>>
const soundCalls: Calls = {
  list: [contract()],
  tickers: [tick()],
  trades,
  'trade stream': trades,
  'contracts rest.derivatives': [terms()],
  'contracts ws.liquidations': [liquidation(30_000)],
}
const probesOf = (calls: Calls, venue = 'okx-perpetual'): readonly Probe[] =>
  Object.entries({ ...soundCalls, ...calls }).map(([call, rows = []]) => ({
    ...{ venue, call: call as ProbedCall, kind: 'rest.tickers', url: `https://a/${call}` },
    ...{
      isDocumented: true,
      rows,
      dropped: 0,
      example: null,
      at: now,
      skewMs: 0,
      failure: null,
      payload: [],
    },
  }))
const sound = probesOf({})
const wrongIn = (probes: readonly Probe[]) =>
  judgeAll(probes, sound)
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ call, verdict, what }) => `${call}: ${verdict} ${what}`)

test('terms as they are documented are well', () => expect(wrongIn(sound)).toEqual([]))

test.each([
  [{ mark: 30 }, `unit the mark price of ${symbol} is 0.001 times what all else says`],
  [{ index: 30_010_000 }, `unit the index of ${symbol} is 1000 times what all else says`],
  [{ openInterest: 500_000 }, `unit the open interest of ${symbol} is 521 times the volume of a day`],
  [{ openInterest: 5 }, `unit the open interest of ${symbol} is 0.00521 times the volume of a day`],
  [{ fundingRate: 0.06, intervalH: 8 }, 'unit funding is 0.75 % an hour'],
  [{ cap: 3 }, 'unit funding may come to 300 %'],
  [{ nextFundingAt: now - 7 * hourMs }, 'clock the next funding is in -25200 s'],
  [{ nextFundingAt: now + 30 * hourMs }, 'clock the next funding is in 108000 s'],
])('%j is named', (part, what) => {
  const rows = [terms(part)]
  expect(wrongIn(probesOf({ 'contracts rest.derivatives': rows }))).toEqual([
    `contracts rest.derivatives: ${what}`,
  ])
})

test('a rate in percent is named by the middle one of several contracts, not by a squeezed one', () => {
  const ratesOf = (...rates: readonly number[]) =>
    rates.map((fundingRate, i) => terms({ fundingRate, symbol: `${i}` }))
  const named = (rows: readonly Derivative[]) => wrongIn(probesOf({ 'contracts rest.derivatives': rows }))
  expect(named(ratesOf(0.01, 0.01, 0.01))).toEqual([
    'contracts rest.derivatives: unit funding is 0.125 % an hour',
  ])
  expect(named(ratesOf(0.0001, 0.02, 0.0001))).toEqual([])
})

test('a price of liquidations of another size is named', () => {
  expect(wrongIn(probesOf({ 'contracts ws.liquidations': [liquidation(30)] }))).toEqual([
    `contracts ws.liquidations: unit the liquidation price of ${symbol} is 0.001 times what all else says`,
  ])
})

test('of contracts of another size the list alone is named, also where they seem to be coins', () => {
  const amounts = trades.map((each) => ({ ...each, amount: 500 }))
  for (const [contractSize, worth] of [
    [1, '30000'],
    [10, '300000'],
    [0.00001, '0.3'],
  ] as const) {
    const calls = { list: [contract({ contractSize })], trades: amounts, 'trade stream': amounts }
    expect(wrongIn(probesOf(calls))).toEqual([`list: unit a contract of ${symbol} would be worth ${worth}`])
  }
})

test('a coin by the thousand that is priced by the piece at one venue is named there', () => {
  const venueOf = (venue: string, multiplier: number, last: number) =>
    probesOf(
      {
        list: [contract(), contract({ symbol: 'P', base: 'PEPE', multiplier })],
        tickers: [tick(), tick({ symbol: 'P', base: 'PEPE', last, baseVolume: 1, quoteVolume: last })],
      },
      venue,
    )
  const others = [...venueOf('a-perpetual', 1, 0.00001), ...venueOf('b-perpetual', 1000, 0.0000101)]
  expect(wrongIn([...others, ...venueOf('c-perpetual', 1000, 0.00001)])).toEqual([])
  expect(wrongIn([...others, ...venueOf('c-perpetual', 1000, 0.00000001)])).toEqual([
    'tickers: unit the price of P is 0.001 times that elsewhere',
  ])
  // Another coin of that name.
  expect(wrongIn([...others, ...venueOf('c-perpetual', 1000, 0.00037)])).toEqual([])
})
