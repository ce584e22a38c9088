import type { Exception } from './exception.ts'

export const coinbase: readonly Exception[] = [
  {
    recorded: 'coinbase-intx/perp-ws-funding-',
    peer: 'ccxt',
    field: 'nextFundingAt',
    reason: 'the peer takes the time of the message',
    source: 'tardis-dev in the same cases: the full hour that follows',
  },
  {
    recorded: 'coinbase/perp-rest-symbols-naut-01',
    field: 'row',
    reason: 'futures of the United States, that of 2030 included, which Coinbase calls a perpetual',
    source: 'the payload: contract_expiry_type EXPIRING; the recording is classed as dated',
  },
]
