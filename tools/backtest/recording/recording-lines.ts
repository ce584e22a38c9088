import type { RecordingLine } from '../../../src/detect/recording-file.ts'
import { recordingVersion } from '../../../src/detect/recording-file.ts'
import { fromPlainJson } from '../../../src/detect/recording/plain-json.ts'
import { UsageError } from '../../command-line.ts'
import { bytesOf } from '../input/bytes-of.ts'
import { blocksOf, eachLine } from '../input/lines-of.ts'

const readable = /\.jsonl(\.gz)?$/
const decoder = new TextDecoder()

/** Whether a file is a recording of one episode, by its name. */
export const isRecordingFile = (file: string): boolean => readable.test(file)

/** A line of a recording, and its number. */
export interface NumberedLine {
  readonly line: RecordingLine
  readonly number: number
}

/**
 * The lines of a recording, in order, the first of them its head.
 *
 * @throws UsageError that names the line where it is none, is of another version or damaged
 */
export async function* recordingLines(file: string): AsyncGenerator<NumberedLine> {
  let isFirst = true
  for await (const block of blocksOf(bytesOf(file), file)) {
    const lines: NumberedLine[] = []
    eachLine(block, (from, to, number) => {
      lines.push({
        line: parsed(decoder.decode(block.bytes.subarray(from, to)), `${file} line ${number}`),
        number,
      })
    })
    for (const each of lines) {
      if (isFirst) checkHead(each.line, file)
      isFirst = false
      yield each
    }
  }
  if (isFirst) throw new UsageError(`${file}: is empty`)
}

function parsed(text: string, where: string): RecordingLine {
  try {
    const line = fromPlainJson(text)
    if (typeof line === 'object' && line !== null) return line as RecordingLine
  } catch {
    // Said below.
  }
  throw new UsageError(`${where}: is damaged: not a line of a recording`)
}

function checkHead(line: RecordingLine, file: string): void {
  if (!('keiho' in line) || typeof line.venue !== 'string' || typeof line.episode !== 'string')
    throw new UsageError(`${file} line 1: no recording of an episode begins like this`)
  if (line.version !== recordingVersion)
    throw new UsageError(`${file}: is of version ${line.version}; this one reads ${recordingVersion}`)
}
