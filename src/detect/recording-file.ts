import type { EngineExcerpt } from './engine-excerpt.ts'
import type { RecordedInput } from './record-inputs.ts'
import { packTrades, type PackedTrade, unpackTrades } from './recording/packed-trades.ts'
import { toPlainJson } from './recording/plain-json.ts'

// A recording of one episode: JSON lines. First what it is; then, from the beginning and again after each gap, the
// state of the engine and the inputs that it took; last the card that came of them.

/** Raised when the lines or the engine's state change shape. */
export const recordingVersion = 1

/** The first line. */
export interface RecordingHead {
  readonly keiho: 'recording'
  readonly version: number
  readonly venue: string
  readonly episode: string
  readonly note: string
}

/** A line of a recording. */
export type RecordingLine =
  | RecordingHead
  | { readonly state: EngineExcerpt }
  | InputLine
  | {
      /** So many inputs; the card as JSON, exactly as it was exported; whether it had grown too long to go on. */
      readonly end: { readonly inputs: number; readonly card: string; readonly full: boolean }
    }

const note =
  'Public market data of one coin at one venue, and what the engine knew of it. Nothing about the trader.'

export const headLine = (venue: string, episode: string): string =>
  JSON.stringify({
    keiho: 'recording',
    version: recordingVersion,
    venue,
    episode,
    note,
  } satisfies RecordingHead)

export const stateLine = (state: EngineExcerpt): string => toPlainJson({ state })

/** An input as it stands in its line: trades are packed. */
export type InputLine = RecordedInput & { readonly trades?: readonly PackedTrade[] }

export function inputLine({ input, ...rest }: RecordedInput): string {
  if (input.kind !== 'trades' && input.kind !== 'backfill') return toPlainJson({ input, ...rest })
  const { trades, symbol } = input
  return toPlainJson({ input: { ...input, trades: [] }, ...rest, trades: packTrades(trades, symbol) })
}

/** The input of its line. */
export function inputOfLine({ trades, input, ...rest }: InputLine): RecordedInput {
  if (!trades || (input.kind !== 'trades' && input.kind !== 'backfill')) return { input, ...rest }
  return { input: { ...input, trades: unpackTrades(trades, input.symbol) }, ...rest }
}

/** @param card the episode as JSON */
export const endLine = (inputs: number, card: string, full: boolean): string =>
  JSON.stringify({ end: { inputs, card, full } })
