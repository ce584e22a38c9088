import type { Exception } from './exception.ts'

const bothSides = 'the peer passes on what counts both sides of a contract'
const dollars = 'the amounts of an inverse contract are dollars, which the peer passes on as coins'

export const bybit: readonly Exception[] = [
  ...['rest-tickers-cc-01', 'rest-tickers-jk-01', 'ws-ticker-tardis-12'].flatMap((id) =>
    ['baseVolume', 'quoteVolume'].map((field) => ({
      recorded: `bybit/perp-${id}`,
      peer: 'ccxt',
      field,
      reason: dollars,
      source: 'the documentation: volume24h of inverse contracts is in the quote',
    })),
  ),
  {
    recorded: 'bybit/perp-ws-liquidations-',
    peer: 'ccxt',
    field: 'side',
    reason: 'the venue names the position, which the peer passes on as the order',
    source: 'tardis-dev in the same cases, and the documentation',
  },
  {
    recorded: 'bybit/perp-ws-ticker-cc-01',
    field: 'row',
    reason: 'an option',
    source: 'the symbol',
  },
  {
    recorded: 'bybit/perp-ws-ticker-',
    peer: 'tardis-dev',
    field: 'openInterest',
    reason: bothSides,
    source: 'the documentation: singleOpenInterest is half of it',
  },
  ...['bid', 'ask'].map((field) => ({
    recorded: 'bybit/perp-ws-ticker-',
    peer: 'ccxt',
    field,
    reason: 'an update of the best bid or ask alone has no last price, and gives no tick',
  })),
]
