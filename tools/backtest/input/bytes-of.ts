import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UsageError } from '../../command-line.ts'
import { openZip } from './zip.ts'

const bytesPerRead = 1 << 18

/**
 * The uncompressed bytes of a `.csv`, `.csv.gz` or `.zip` file, in chunks.
 *
 * @throws UsageError naming the file where it is missing, damaged or no such archive
 */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  let stream: Readable | undefined
  try {
    stream = await open(file)
    for await (const piece of stream) yield piece as Uint8Array
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file}: cannot be read: ${reason(error)}`)
  } finally {
    stream?.destroy()
  }
}

async function open(file: string): Promise<Readable> {
  if (file.endsWith('.zip')) return openZip(file)
  const source = createReadStream(file, { highWaterMark: bytesPerRead })
  if (!file.endsWith('.gz')) return source
  const plain = createGunzip({ chunkSize: bytesPerRead })
  // `pipe` forwards neither errors nor cancellation: a missing file must fail, and a reader that stops after the
  // header must not leave the file open.
  source.on('error', (error) => plain.destroy(error))
  plain.on('close', () => source.destroy())
  return source.pipe(plain)
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  return code === 'ENOENT' ? 'no such file' : error.message
}
