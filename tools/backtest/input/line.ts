import { readNumber } from './number.ts'

/** More columns than any format has; further ones are ignored. */
const maxFields = 32
const comma = 44
const quoteMark = 34
const decoder = new TextDecoder()

/**
 * One line of a CSV file as byte ranges. The same object is reused for all lines: read it before the next
 * `split`.
 */
export interface Line {
  bytes: Uint8Array
  /** Number of fields found. */
  fields: number
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** A line to be filled by `split`. */
export function createLine(): Line {
  return {
    bytes: new Uint8Array(),
    fields: 0,
    starts: new Int32Array(maxFields),
    ends: new Int32Array(maxFields),
  }
}

/** Finds the fields of the line in `bytes` from `from` to before `to` (no line end included). */
export function split(line: Line, bytes: Uint8Array, from: number, to: number): void {
  line.bytes = bytes
  line.fields = 0
  let start = from
  for (let at = from; at <= to && line.fields < maxFields; at++) {
    if (at < to && bytes[at] !== comma) continue
    line.starts[line.fields] = start
    line.ends[line.fields] = at
    line.fields++
    start = at + 1
  }
}

/** A field as number; NaN where it is missing or none. */
export function numberAt(line: Line, field: number): number {
  if (field < 0 || field >= line.fields) return NaN
  return readNumber(line.bytes, line.starts[field] ?? 0, line.ends[field] ?? 0)
}

/** A field as text without its quotes; empty where it is missing. */
export function textAt(line: Line, field: number): string {
  if (field < 0 || field >= line.fields) return ''
  let from = line.starts[field] ?? 0
  let to = line.ends[field] ?? 0
  if (to - from > 1 && line.bytes[from] === quoteMark && line.bytes[to - 1] === quoteMark) {
    from++
    to--
  }
  return decoder.decode(line.bytes.subarray(from, to)).trim()
}

/** First byte of a field that is one byte long; 0 for every other field. */
export function letterAt(line: Line, field: number): number {
  const start = line.starts[field] ?? 0
  return field >= 0 && field < line.fields && line.ends[field] === start + 1 ? (line.bytes[start] ?? 0) : 0
}

/** All fields as text. */
export function texts(line: Line): string[] {
  return Array.from({ length: line.fields }, (_, field) => textAt(line, field))
}
