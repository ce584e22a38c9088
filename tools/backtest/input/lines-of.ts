import { UsageError } from '../../command-line.ts'

const lf = 10
const cr = 13

/** No format has lines near this length; a file without line ends must not fill the memory. */
const maxLineBytes = 1 << 20

/** Bytes of whole lines, each ending in LF, and the number (from 1) of the first of them. */
export interface LineBlock {
  readonly bytes: Uint8Array
  readonly line: number
}

/**
 * Splits chunks of bytes at line ends, so that a block can be read independently of its neighbours.
 *
 * @param file for error messages only
 * @throws UsageError on a line of more than a megabyte: not a CSV file
 */
export async function* blocksOf(pieces: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<LineBlock> {
  let rest: Uint8Array = new Uint8Array()
  let line = 1
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(lf) + 1
    if (end > 0) {
      const bytes = join(rest, piece.subarray(0, end))
      yield { bytes, line }
      line += count(bytes)
      rest = piece.slice(end)
    } else rest = join(rest, piece)
    if (rest.length > maxLineBytes)
      throw new UsageError(`${file} line ${line}: longer than ${maxLineBytes} bytes`)
  }
  if (rest.length > 0) yield { bytes: join(rest, Uint8Array.of(lf)), line }
}

/** Calls back with the range of each line of a block, without its line end; empty lines are left out. */
export function eachLine(block: LineBlock, callback: (from: number, to: number, line: number) => void): void {
  const { bytes } = block
  let line = block.line
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(lf, from)
    const to = end > from && bytes[end - 1] === cr ? end - 1 : end
    if (to > from) callback(from, to, line)
    from = end + 1
  }
}

function count(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, at + 1)) lines++
  return lines
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
