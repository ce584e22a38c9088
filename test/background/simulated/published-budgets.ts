import type { Exchange } from '../../../src/exchanges/exchange.ts'

/** What an exchange allows one address, as it publishes it, whichever of its markets the requests are for. */
export interface PublishedBudget {
  /** The beginnings of the URLs that count in it. */
  readonly of: readonly string[]
  readonly weight: number
  readonly perMs: number
  /** All of it is ours: none is published, or it is one for browsers alone. */
  readonly useInFull?: true
}

// Of exchanges with two markets, whose plans divide among themselves what is written here once: so that no sum of two
// plans is judged by itself. Sources stand beside the plans (src/exchanges, src/exchanges/perpetual/feeds).
const ofTwoMarkets: Readonly<Record<string, readonly PublishedBudget[]>> = {
  binance: [
    {
      of: [
        'https://data-api.binance.vision/',
        'https://api.binance.com/',
        'https://www.binance.com/',
        'wss://data-stream.binance.vision/',
      ],
      weight: 6000,
      perMs: 60_000,
    },
    { of: ['https://fapi.binance.com/', 'wss://fstream.binance.com/'], weight: 2400, perMs: 60_000 },
  ],
  bybit: [{ of: ['https://api.bybit.com/'], weight: 600, perMs: 5000 }],
  // Of each path: of the host all the more.
  okx: [{ of: ['https://www.okx.com/'], weight: 20, perMs: 2000 }],
  kucoin: [
    { of: ['https://api.kucoin.com/', 'https://api-futures.kucoin.com/'], weight: 2000, perMs: 30_000 },
  ],
  gate: [{ of: ['https://api.gateio.ws/'], weight: 200, perMs: 10_000 }],
  mexc: [
    { of: ['https://api.mexc.com/api/v3/', 'https://www.mexc.com/'], weight: 500, perMs: 10_000 },
    { of: ['https://api.mexc.com/api/v1/contract/'], weight: 20, perMs: 2000 },
  ],
  // Of each path, and of the address.
  bitget: [
    {
      of: ['https://api.bitget.com/api/v2/spot/', 'https://api.bitget.com/api/v2/public/'],
      weight: 20,
      perMs: 1000,
    },
    { of: ['https://api.bitget.com/api/v2/mix/', 'https://api.bitget.com/api/v3/'], weight: 20, perMs: 1000 },
    { of: ['https://api.bitget.com/'], weight: 6000, perMs: 60_000 },
  ],
  htx: [
    { of: ['https://api.huobi.pro/'], weight: 10, perMs: 1000 },
    { of: ['https://api.hbdm.com/'], weight: 240, perMs: 3000 },
  ],
  cryptocom: [{ of: ['https://api.crypto.com/'], weight: 100, perMs: 1000 }],
  coinbase: [
    { of: ['https://api.exchange.coinbase.com/'], weight: 10, perMs: 1000 },
    { of: ['https://api.coinbase.com/'], weight: 10, perMs: 1000 },
    { of: ['https://api.international.coinbase.com/'], weight: 10, perMs: 1000 },
  ],
  kraken: [
    { of: ['https://api.kraken.com/'], weight: 1, perMs: 1000 },
    { of: ['https://futures.kraken.com/'], weight: 1, perMs: 1000, useInFull: true },
  ],
  bitflyer: [{ of: ['https://api.bitflyer.com/'], weight: 100, perMs: 60_000 }],
  hyperliquid: [{ of: ['https://api.hyperliquid.xyz/'], weight: 1200, perMs: 60_000 }],
}

/** The budgets of an exchange. @param markets its markets, of which one alone declares what is published */
export function publishedBudgets(
  exchangeId: string,
  markets: readonly Exchange[],
): readonly PublishedBudget[] {
  const known = ofTwoMarkets[exchangeId]
  if (known) return known
  const [only, ...others] = markets
  if (!only || others.length > 0) throw new Error(`${exchangeId} has two markets: what does it publish?`)
  return [{ of: [...only.hosts.map((host) => host.replace('*', '')), 'wss://'], ...only.budget }]
}
