import type { ReadKind } from '../feeds/rest-call.ts'
import type { RawRow } from '../validate/raw-row.ts'

/**
 * Maps a payload of one kind to raw rows. Readers validate nothing and may throw on an unexpected shape.
 *
 * @param at time of receipt, ms UTC
 * @param requested symbol in the request, where the payload may name none
 */
export type Reader = (payload: unknown, at: number, requested?: string) => Iterable<RawRow>

/** The readers of an exchange, by kind of payload. */
export type Readers = Partial<Record<ReadKind, Reader>>
