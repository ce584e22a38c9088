import type { Exception } from './exception.ts'

export const kucoin: readonly Exception[] = [
  {
    recorded: 'kucoin/perp-rest-derivatives-jk-01',
    field: 'row',
    reason: 'a premium, which the peer takes for a funding rate',
    source: 'the symbol and the path: .XBTUSDMPI of premium/query, where funding is .XBTUSDMFPI8H',
  },
  {
    recorded: 'kucoin/perp-ws-derivatives-tardis-02',
    peer: 'tardis-dev',
    field: 'at',
    reason: 'the peer keeps the time of an earlier message',
    source: 'the payload: 1706068801000',
  },
]
