import type { Exception } from './exception.ts'

export const mexc: readonly Exception[] = [
  {
    recorded: 'mexc/perp-rest-trades-cc-01',
    field: 'row',
    reason: 'a trade of the spot market',
    source: 'the shape of /api/v3/trades',
  },
  {
    recorded: 'mexc/perp-ws-ticker-tardis-02',
    peer: 'tardis-dev',
    field: 'fundingRate',
    reason: 'the peer tells the rate of an earlier message',
    source: 'the payload',
  },
]
