import type { Exception } from './exception.ts'

const dollars = 'amounts of an inverse contract are dollars, which the peer passes on'

export const kraken: readonly Exception[] = [
  ...[
    ['ws-trades', 'amount'],
    ['ws-liquidations', 'amount'],
    ['ws-ticker', 'openInterest'],
    ['ws-ticker', 'baseVolume'],
  ].map(([kind, field]) => ({
    recorded: `kraken/perp-${kind!}-`,
    field: field!,
    reason: dollars,
    source: 'the documentation: a contract PI_ is worth a dollar',
  })),
  {
    recorded: 'kraken/perp-rest-tickers-naut-01',
    peer: 'ccxt',
    field: 'fundingRate',
    reason:
      'the peer divides what inverse contracts pay by the price as well, and cuts the digits of the quotient',
    source:
      'the stream, which has both rates: relative_funding_rate is funding_rate times the index of inverse ones',
  },
  {
    recorded: 'kraken/perp-ws-ticker-',
    peer: 'tardis-dev',
    field: 'fundingRate',
    reason: 'the peer passes on what one contract pays',
    source: 'the payload: relative_funding_rate',
  },
  {
    recorded: 'kraken/perp-rest-trades-jk-02',
    field: 'row',
    reason: 'a trade at the price 0',
    source: 'the sample itself, in which every text is "string" and every number 0',
  },
  {
    recorded: 'kraken/perp-ws-ticker-tardis-01',
    field: 'row',
    reason: 'a dated future, which is no perpetual',
    source: 'the payload: FI_LTCUSD_190628, tag quarter',
  },
]
