import type { Events } from '../../../tools/market-server/market/events.ts'
import type { Instrument } from '../../../tools/market-server/market/instrument.ts'
import type { Market } from '../../../tools/market-server/market/market.ts'
import { openMarket } from '../../../tools/market-server/market/market.ts'
import type { TakerOrder } from '../../../tools/market-server/market/order.ts'
import { mergeSources } from '../../../tools/market-server/market/merge-sources.ts'
import { openReplay } from '../../../tools/market-server/recorded/replay.ts'

/** A full hour, so that minutes are easy to count. */
export const t0 = Date.UTC(2020, 0, 1, 12)

const instrument = (base: string, quote = 'BTC'): Instrument => ({
  symbol: base + quote,
  base,
  quote,
  tick: 1e-8,
  step: 1,
  listedAt: 1,
  dead: false,
})

/** An order of one or more fills `[price in satoshi, amount]`, `ms` after t0. */
export const order = (
  symbol: string,
  ms: number,
  side: 'buy' | 'sell',
  ...fills: readonly (readonly [number, number])[]
): TakerOrder => ({
  symbol,
  at: t0 + ms,
  side,
  fills: fills.map(([satoshi, amount]) => ({ price: satoshi / 1e8, amount })),
})

/** A market with exactly these orders, opened at t0: small enough to check by hand. */
export function smallMarket(orders: readonly TakerOrder[], events?: Events): Market {
  const symbols = [...new Set(orders.map(({ symbol }) => symbol))]
  const sources = symbols.map((symbol) =>
    openReplay(
      instrument(symbol.slice(0, -3)),
      orders.filter((one) => one.symbol === symbol),
    ),
  )
  return openMarket(mergeSources(sources), t0, events)
}
