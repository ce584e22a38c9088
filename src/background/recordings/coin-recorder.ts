import type { Engine } from '../../detect/engine-state.ts'
import type { PairState } from '../../detect/pair/pair-state.ts'
import { beginCoinRecording, cardOf, type CoinRecording, recordedInput } from '../../detect/record-inputs.ts'
import { inputLine, stateLine } from '../../detect/recording-file.ts'
import type { EngineInput } from '../../detect/recording/engine-input.ts'
import type { RecordingPart } from '../storage/recording-part.ts'
import { maxChars, maxLeadChars, maxLeadMs, maxVenueChars } from './limits.ts'

/** The recording of one coin of a venue while it runs: its lines, and what of them is stored by episode. */
export interface CoinRecorder {
  readonly engine: Engine
  readonly recording: CoinRecording
  readonly lines: string[]
  chars: number
  /** Market time, ms. */
  readonly beganAt: number
  isFull: boolean
  /** Number of stored lines, by episode. */
  readonly stored: Map<string, number>
}

export function beginCoinRecorder(engine: Engine, pair: PairState): CoinRecorder {
  const { recording, state } = beginCoinRecording(engine, pair)
  const line = stateLine(state)
  const recorder = { engine, recording, lines: [line], chars: line.length, beganAt: engine.data.at }
  const begun = { ...recorder, isFull: false, stored: new Map<string, number>() }
  noteEpisodes(begun)
  return begun
}

/** Adds an input that the engine has just taken. */
export function addInput(recorder: CoinRecorder, input: EngineInput): void {
  if (recorder.isFull) return
  const recorded = recordedInput(recorder.recording, recorder.engine, input)
  if (recorded === null) return
  const line = inputLine(recorded)
  recorder.lines.push(line)
  recorder.chars += line.length
  recorder.isFull = recorder.chars >= maxChars
  noteEpisodes(recorder)
}

/** Whether any pair of the coin is suspected or has an episode. */
export function isWanted({ recording, engine: { data } }: CoinRecorder): boolean {
  return recording.pairs.some(
    ({ suspicion, episode }) => episode !== null || (suspicion?.followUntil ?? 0) > data.at,
  )
}

/** Whether nothing came of it for so long that it should begin anew. */
export function isStaleLead({ stored, chars, beganAt, engine: { data } }: CoinRecorder): boolean {
  return stored.size === 0 && (chars > maxLeadChars || data.at - beganAt > maxLeadMs)
}

/** What is not stored yet, a part for each episode. @param now wall clock, ms */
export function unstoredParts(recorder: CoinRecorder, now: number): readonly RecordingPart[] {
  const { engine, lines, stored, isFull } = recorder
  return [...stored].flatMap(([episode, count]) => {
    const card = cardOf(engine, episode)
    const own = lines.slice(count)
    if (own.length === 0 || card === null) return []
    const size = own.reduce((sum, { length }) => sum + length, 0)
    const inputs = own.length - (count === 0 ? 1 : 0)
    const { venue } = engine.data
    return [{ episode, venue, to: now, size, lines: own, inputs, card: JSON.stringify(card), full: isFull }]
  })
}

function noteEpisodes({ recording, stored }: CoinRecorder): void {
  for (const { episode } of recording.pairs)
    if (episode !== null && !stored.has(episode.id)) stored.set(episode.id, 0)
}

/** Of a recording that is full and stored no line is needed any more. */
export function forgetLines(recorder: CoinRecorder): void {
  recorder.lines.length = recorder.chars = 0
  for (const episode of recorder.stored.keys()) recorder.stored.set(episode, 0)
}

/** Where the beginning of a recording is deleted, the rest could not be replayed: the coin's goes on no further. */
export function dropStored(recorder: CoinRecorder, deleted: ReadonlySet<string>): void {
  const dropped = [...recorder.stored.keys()].filter((episode) => deleted.has(episode))
  if (dropped.length === 0) return
  for (const episode of dropped) recorder.stored.delete(episode)
  recorder.isFull = true
  if (recorder.stored.size === 0) forgetLines(recorder)
}

/** Where a venue's recordings take too much memory, the longest goes on no further. */
export function endLongest(recorders: readonly CoinRecorder[]): void {
  if (recorders.reduce((sum, { chars }) => sum + chars, 0) <= maxVenueChars) return
  const [longest] = recorders.filter(({ isFull }) => !isFull).toSorted((a, b) => b.chars - a.chars)
  if (longest) longest.isFull = true
}

export const hasUnstored = ({ stored, lines }: CoinRecorder): boolean =>
  [...stored.values()].some((count) => count < lines.length)
