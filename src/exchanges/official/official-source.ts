import type { ReadKind, RestCall } from '../feeds/rest-call.ts'
import type { Readers } from '../wire/reader.ts'

/** A REST source of official statements, and how often to poll it. */
export interface OfficialSource extends RestCall {
  readonly everyMs: number
  /** `false`: no documentation promises it. It is polled rarely, and its failures are not reported. */
  readonly documented: boolean
  /** Further kinds of data in the same reply. */
  readonly furtherKinds?: readonly ReadKind[]
  /** The call for one pair, where no call covers all: only pairs with an open episode are requested. */
  forPair?(symbol: string): RestCall
}

/** What an exchange publishes about itself: its sources, and their readers. */
export interface OfficialSources {
  readonly sources: readonly OfficialSource[]
  readonly readers: Readers
}
