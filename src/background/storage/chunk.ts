/** A part of the recording: encoded frames in sequence. Times are wall clock, ms. */
export interface Chunk {
  readonly from: number
  readonly to: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly size: number
  /** Model and format the frames were recorded with, see `compatibilityMark` in recorder/chunk-store.ts. */
  readonly mark: string
}
