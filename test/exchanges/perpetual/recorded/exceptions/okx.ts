import type { Exception } from './exception.ts'

const spread = 'a spread between two contracts: its price may be below zero'

export const okx: readonly Exception[] = [
  {
    recorded: 'okx/perp-rest-open-interest-jk-01',
    field: 'openInterest',
    reason: 'the sample invents coins and contracts that do not fit each other: we take the coins',
    source: 'ccxt, in the same case: baseVolume',
  },
  ...['rest-tickers-jk-01', 'rest-tickers-jk-02', 'ws-ticker-gct-02', 'ws-ticker-cf-01'].map((id) => ({
    recorded: `okx/perp-${id}`,
    field: 'baseVolume',
    reason: 'of an inverse contract the peer tells the number of contracts, we the coins',
    source: 'the documentation: volCcy24h is in the base',
  })),
  ...['high', 'low'].map((field) => ({
    recorded: 'okx/perp-ws-index-',
    field,
    reason: 'the peer makes a ticker of an index, which nobody trades',
    source: 'tardis-dev reads no ticker there',
  })),
  ...['ws-mark-tardis-02', 'ws-open-interest-tardis-01'].map((id) => ({
    recorded: `okx/perp-${id}`,
    peer: 'tardis-dev',
    field: 'at',
    reason: 'the peer tells the time of receipt',
    source: 'the payload',
  })),
  {
    recorded: 'okx/perp-ws-ticker-gct-01',
    field: 'row',
    reason: 'volume of block trades, without a price',
    source: 'the payload',
  },
  { recorded: 'okx/perp-ws-ticker-gct-03', field: 'row', reason: spread, source: 'the channel' },
]
