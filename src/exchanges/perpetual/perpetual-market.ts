import type { Contract } from '../../market/contract.ts'
import type { Refusal } from '../feeds/refusal.ts'
import type { DerivativeKind, ReadKind } from '../feeds/rest-call.ts'
import type { Sides } from '../wire/sides.ts'
import type { MultipliedName } from './multiplied-name.ts'
import type { RawPerpetual } from './raw-perpetual.ts'

/** What a payload of a perpetual market holds; the `read` command takes the same names. */
export type PerpetualKind =
  | Extract<ReadKind, `${'rest' | 'ws'}.${'ticker' | 'tickers' | 'trades' | 'symbols'}` | 'rest.error'>
  | DerivativeKind

/** The contracts of a venue, by its symbols. */
export type Contracts = ReadonlyMap<string, Contract>

/**
 * Maps a payload of one kind to raw rows; a ticker that tells more than trading gives a `tick` and a `derivative`.
 * Validates nothing and may throw on an unexpected shape.
 *
 * @param at time of receipt, ms UTC
 * @param requested symbol in the request, where the payload may name none
 * @param contracts what is listed: for messages that name contracts by their place in the list
 */
export type PerpetualReader = (
  payload: unknown,
  at: number,
  requested?: string,
  contracts?: Contracts,
) => Iterable<RawPerpetual>

/** The perpetual market of one venue, as a value: how to read it. */
export interface PerpetualMarket {
  /** Id of the venue. */
  readonly venue: string
  /** One reader per kind; conversion and validation follow in `readPerpetual`. */
  readonly readers: Partial<Record<PerpetualKind, PerpetualReader>>
  /** The refusal that a body states, as of an `Exchange`. */
  refusal?(payload: unknown): Refusal | null
  /** As of an `Exchange`. */
  requestedSymbol?(url: string): string | undefined
  /** The kind of a WebSocket message, as of an `Exchange`. */
  kindOf(message: unknown): PerpetualKind | null
  /** Base (as the venue writes it) and quote that a symbol names; null where it is not that of a perpetual. */
  sidesOf(symbol: string): Sides | null
  /** Symbols of the contracts on an index, where its name is not theirs; some may not be listed. */
  contractsOn?(index: string): readonly string[]
  /** How the venue writes coins that it quotes by the thousand. */
  nameOf(base: string): MultipliedName
}
