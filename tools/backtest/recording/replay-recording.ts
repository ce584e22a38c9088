import { engineOfExcerpt, type EngineExcerpt } from '../../../src/detect/engine-excerpt.ts'
import type { Engine } from '../../../src/detect/engine-state.ts'
import { tablesFault } from '../../../src/detect/pair/tables/sound-tables.ts'
import { cardOf, playRecorded } from '../../../src/detect/record-inputs.ts'
import { type InputLine, inputOfLine, type RecordingHead } from '../../../src/detect/recording-file.ts'
import { UsageError } from '../../command-line.ts'
import type { Alert } from '../alert.ts'
import { createAlertBook, recordAlerts } from '../replay/alert-book.ts'
import { recordingLines } from './recording-lines.ts'

/** What the engine of today makes of a recording. */
export interface RecordingReport {
  readonly venue: string
  readonly episode: string
  readonly inputs: number
  /** How often the recording was interrupted: what happened meanwhile is not in it. */
  readonly gaps: number
  /** Whether it ended before the episode, at the largest size that is kept. */
  readonly full: boolean
  /** Whether the card is the exported one, byte for byte. */
  readonly same: boolean
  /** The card as JSON; null: the engine tells of no such episode. */
  readonly card: string | null
  readonly exported: string
}

/**
 * Plays a recording to an engine that begins with the recorded state.
 *
 * @throws UsageError that names the line where the recording is damaged or ends early
 */
export async function replayRecording(
  file: string,
): Promise<{ readonly report: RecordingReport; readonly alerts: readonly Alert[] }> {
  const book = createAlertBook()
  let head: RecordingHead | null = null
  let engine: Engine | null = null
  let [states, inputs] = [0, 0]
  for await (const { line, number } of recordingLines(file)) {
    const where = `${file} line ${number}`
    if ('keiho' in line) head = line
    else if ('state' in line) {
      engine = soundly(where, () => engineOf(line.state))
      states++
    } else if ('input' in line) {
      const changed = soundly(where, () => play(engine, line))
      inputs++
      recordAlerts(book, changed, engine!.data.at)
    } else if ('end' in line) {
      const { end } = line
      if (!head || !engine || end?.inputs !== inputs || typeof end.card !== 'string')
        throw new UsageError(`${where}: is damaged: ${inputs} inputs came before it, not ${end?.inputs}`)
      const card = cardOf(engine, head.episode)
      const text = card && JSON.stringify(card)
      const { venue, episode } = head
      const about = { venue, episode, inputs, gaps: states - 1, full: end.full }
      return {
        report: { ...about, same: text === end.card, card: text, exported: end.card },
        alerts: book.alerts,
      }
    } else throw new UsageError(`${where}: is damaged: not a line of a recording`)
  }
  throw new UsageError(`${file}: is cut off: its last line is missing`)
}

function engineOf(state: EngineExcerpt): Engine {
  const fault = tablesFault(state.data.tables)
  if (fault !== null) throw new Error(`tables.${fault}`)
  return engineOfExcerpt(state)
}

function play(engine: Engine | null, line: InputLine) {
  if (!engine) throw new Error('no state before it')
  return playRecorded(engine, inputOfLine(line))
}

/** What a damaged line makes the engine throw is the line's fault. */
function soundly<T>(where: string, task: () => T): T {
  try {
    return task()
  } catch (error) {
    throw new UsageError(`${where}: is damaged: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The report as plain text. */
export function recordingTable(report: RecordingReport): string {
  const { venue, episode, inputs, gaps, full, same, card, exported } = report
  const lines = [`Recording of ${episode} at ${venue}, ${inputs} inputs`]
  if (gaps > 0)
    lines.push(`It has ${gaps} gap${gaps > 1 ? 's' : ''}: the card may differ from the exported one`)
  if (full) lines.push('It had grown too long to go on: the card is that of its end')
  lines.push(
    same ? 'The card is the exported one, byte for byte:' : 'The card differs from the exported one:',
  )
  lines.push(card ?? 'none')
  if (!same) lines.push('Exported:', exported)
  return `${lines.join('\n')}\n`
}
