/** A part of the recording of one episode: lines written since the part before. */
export interface RecordingPart {
  readonly episode: string
  readonly venue: string
  /** Wall clock, ms. */
  readonly to: number
  /** Characters of `lines`. */
  readonly size: number
  readonly lines: readonly string[]
  /** Inputs among them. */
  readonly inputs: number
  /** The episode after the last of them, as JSON. */
  readonly card: string
  /** Whether the recording had grown too long to go on. */
  readonly full: boolean
}
