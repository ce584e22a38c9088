/** A piece of the record: frames one after the other. Times are wall clock, ms. */
export interface Chunk {
  readonly from: number
  readonly to: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly size: number
  /** What its scores mean, see `markOf` in record-store.ts. */
  readonly mark: string
}
