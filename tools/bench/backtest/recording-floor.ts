import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/**
 * The minimum work on a recording: unpack it, split it into rows and fields, and make numbers of them. Returns their
 * sum, so that nothing is optimised away.
 */
export async function floorOfRecording(file: string): Promise<number> {
  let sum = 0
  let rest = ''
  const text = createReadStream(file)
    .pipe(createGunzip({ chunkSize: 1 << 18 }))
    .setEncoding('utf8')
  for await (const piece of text) {
    const lines = (rest + (piece as string)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) for (const field of line.split(',')) sum += Number(field) || 0
  }
  return sum
}
