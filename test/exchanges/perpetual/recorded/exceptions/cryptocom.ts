import type { Exception } from './exception.ts'

export const cryptocom: readonly Exception[] = [
  {
    recorded: 'cryptocom/perp-rest-funding-cc-01',
    peer: 'ccxt',
    field: 'nextFundingAt',
    reason: 'the time of a past value, which the peer gives as that of the next funding as well',
    source: 'the documentation of get-valuations: t is the time of the value',
  },
  {
    recorded: 'cryptocom/perp-rest-symbols-cc-01',
    field: 'row',
    reason: 'a spot pair, a dated future, a warrant',
    source: 'the payload: inst_type',
  },
]
