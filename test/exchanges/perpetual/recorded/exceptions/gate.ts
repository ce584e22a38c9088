import type { Exception } from './exception.ts'

const internal = 'the venue closes a position by itself, off the book'

export const gate: readonly Exception[] = [
  {
    recorded: 'gate/perp-rest-liquidations-jk-01',
    peer: 'ccxt',
    field: 'side',
    reason: 'the size is that of the position, which the peer takes for the order',
    source: 'gateapi-python, FuturesLiquidate: size is the position size',
  },
  ...['cmp-01', 'jk-01'].map((id) => ({
    recorded: `gate/perp-rest-open-interest-${id}`,
    field: 'openInterest',
    reason: 'contracts of unknown size: the peer passes on their number',
    source: 'the payload names no contract',
  })),
  {
    recorded: 'gate/perp-rest-symbols-cf-01',
    field: 'active',
    reason: 'the peer takes every listed contract for an active one',
    source: 'the payload: in_delisting',
  },
  {
    recorded: 'gate/perp-rest-symbols-cf-01',
    field: 'settle',
    reason: 'the peer was told to take all for contracts settled in BTC',
    source: 'the request: futures/usdt',
  },
  ...['doc-01', 'jk-01'].map((id) => ({
    recorded: `gate/perp-ws-trades-${id}`,
    field: 'row',
    reason: internal,
    source: 'gateapi-python, FuturesTrade: is_internal',
  })),
]
