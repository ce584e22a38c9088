import { readFile } from 'node:fs/promises'
import { UsageError } from '../command-line.ts'

/**
 * The JSON in a file. A Socket.IO message may still have its packet type in front: `42["message",…]`.
 *
 * @throws UsageError where the file cannot be read or holds no JSON
 */
export async function payloadIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} cannot be read`)
  })
  try {
    return JSON.parse(text.trim().replace(/^\d+(?=[[{])/, ''))
  } catch {
    throw new UsageError(`${file} is not JSON: 1 row dropped`)
  }
}
