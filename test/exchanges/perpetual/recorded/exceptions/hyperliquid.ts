import type { Exception } from './exception.ts'

export const hyperliquid: readonly Exception[] = [
  {
    recorded: 'hyperliquid/',
    peer: 'ccxt',
    field: 'nextFundingAt',
    reason: 'the peer tells the next full hour of its own clock',
    source: 'the payload has none',
  },
  {
    recorded: 'hyperliquid/perp-rest-symbols-sdk-01',
    peer: 'ccxt',
    field: 'base',
    reason: 'the peer writes kPEPE in capitals, and does not take the thousands away',
    source: 'the payload',
  },
  {
    recorded: 'hyperliquid/perp-ws-ticker-naut-01',
    peer: 'ccxt',
    field: 'row',
    reason: 'pairs of the spot market',
    source: 'the documentation: a slash or an @',
  },
]
