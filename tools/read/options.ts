import { exchanges } from '../../src/exchanges/registry.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import type { PerpetualKind, PerpetualMarket } from '../../src/exchanges/perpetual/perpetual-market.ts'
import { perpetualMarkets } from '../../src/exchanges/perpetual/registry.ts'
import { markets } from '../../src/market/contract.ts'
import { oneOf, readOptions, UsageError } from '../command-line.ts'

interface PayloadOptions {
  /** The URL of the payload: it may name the pair that the payload does not. */
  readonly url: string | null
  readonly file: string
}

/** Options of `npm run read` on a spot market. */
export interface SpotOptions extends PayloadOptions {
  readonly market: 'spot'
  readonly exchange: Exchange
  readonly kind: ReadKind
}

/** Options of `npm run read` on a perpetual market. */
export interface PerpetualOptions extends PayloadOptions {
  readonly market: 'perpetual'
  readonly exchange: PerpetualMarket
  readonly kind: PerpetualKind
  /** The file of a listing, which says how large contracts are. */
  readonly symbols: string | null
}

const kinds: readonly ReadKind[] = [
  ...(['rest.tickers', 'rest.ticker', 'ws.ticker', 'rest.trades', 'ws.trades', 'rest.symbols'] as const),
  ...(['rest.klines', 'rest.status', 'ws.status', 'rest.announcements'] as const),
  ...(['rest.currencies', 'rest.error'] as const),
]
const perpetualKinds: readonly PerpetualKind[] = [
  ...(['rest.tickers', 'rest.ticker', 'ws.ticker', 'rest.trades', 'ws.trades'] as const),
  ...(['rest.symbols', 'ws.symbols', 'rest.derivatives', 'ws.derivatives'] as const),
  ...(['rest.mark', 'ws.mark', 'rest.index', 'ws.index', 'rest.funding', 'ws.funding'] as const),
  ...(['rest.open-interest', 'ws.open-interest', 'rest.liquidations', 'ws.liquidations'] as const),
  'rest.error',
]

/** Parses the command line. @throws UsageError on invalid arguments */
export function readPayloadOptions(argv: readonly string[]): SpotOptions | PerpetualOptions {
  const { values, positionals } = readOptions(
    {
      exchange: { type: 'string' },
      market: { type: 'string', default: 'spot' },
      kind: { type: 'string' },
      url: { type: 'string' },
      symbols: { type: 'string' },
    },
    argv,
    1,
  )
  const [file] = positionals
  if (values.exchange === undefined) throw new UsageError('--exchange ID is needed: whose payload is it?')
  if (values.kind === undefined) throw new UsageError('--kind KIND is needed: what is in the payload?')
  if (file === undefined) throw new UsageError('FILE is needed: where is the payload?')
  const { exchange: id, url = null, symbols = null } = values
  if (oneOf('--market', values.market, markets) === 'perpetual') {
    const venues = perpetualMarkets.map(({ venue }) => venue)
    const exchange = perpetualMarkets[venues.indexOf(oneOf('--exchange', id, venues))]!
    const kind = oneOf('--kind', values.kind, perpetualKinds)
    if (kind !== 'rest.error' && !exchange.readers[kind]) throw nothingOf(`${id} perpetual`, kind)
    return { market: 'perpetual', exchange, kind, url, file, symbols }
  }
  if (symbols !== null) throw new UsageError('--symbols is for --market perpetual')
  const ids = exchanges.map((each) => each.id)
  const exchange = exchanges[ids.indexOf(oneOf('--exchange', id, ids))]!
  const kind = oneOf('--kind', values.kind, kinds)
  if (kind !== 'rest.error' && !exchange.readers[kind]) throw nothingOf(id, kind)
  return { market: 'spot', exchange, kind, url, file }
}

const nothingOf = (id: string, kind: string) => new UsageError(`${id} has nothing of kind ${kind}`)
