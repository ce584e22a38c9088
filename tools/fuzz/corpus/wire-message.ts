import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'

/** A message as a venue writes it. */
export interface WireMessage {
  readonly exchange: Exchange
  /** What it holds; null: nothing that is read, such as an acknowledgement. */
  readonly kind: ReadKind | null
  readonly payload: unknown
  /** The requested pair, where the message names none. */
  readonly requested?: string | undefined
}
