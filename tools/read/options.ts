import { exchanges } from '../../src/exchanges/registry.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import { oneOf, readOptions, UsageError } from '../command-line.ts'

/** Options of `npm run read`. */
export interface ReadOptions {
  readonly exchange: Exchange
  readonly kind: ReadKind
  /** The URL of the payload: it may name the pair that the payload does not. */
  readonly url: string | null
  readonly file: string
}

const kinds: readonly ReadKind[] = [
  ...(['rest.tickers', 'rest.ticker', 'ws.ticker', 'rest.trades', 'ws.trades', 'rest.symbols'] as const),
  ...(['rest.klines', 'rest.status', 'ws.status', 'rest.announcements'] as const),
  ...(['rest.currencies', 'rest.error'] as const),
]

/** Parses the command line. @throws UsageError on invalid arguments */
export function readPayloadOptions(argv: readonly string[]): ReadOptions {
  const { values, positionals } = readOptions(
    { exchange: { type: 'string' }, kind: { type: 'string' }, url: { type: 'string' } },
    argv,
    1,
  )
  const [file] = positionals
  if (values.exchange === undefined) throw new UsageError('--exchange ID is needed: whose payload is it?')
  if (values.kind === undefined) throw new UsageError('--kind KIND is needed: what is in the payload?')
  if (file === undefined) throw new UsageError('FILE is needed: where is the payload?')
  const ids = exchanges.map(({ id }) => id)
  const id = oneOf('--exchange', values.exchange, ids)
  const exchange = exchanges.find((each) => each.id === id)!
  const kind = oneOf('--kind', values.kind, kinds)
  if (kind !== 'rest.error' && !exchange.readers[kind])
    throw new UsageError(`${id} has nothing of kind ${kind}`)
  return { exchange, kind, url: values.url ?? null, file }
}
