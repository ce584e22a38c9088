import { UsageError } from '../../command-line.ts'
import type { Format } from './formats/format.ts'
import { recognise } from './formats/recognise.ts'

/**
 * The format of a file known to be of one kind.
 *
 * @throws UsageError where the file has changed since
 */
export async function readerOf<K extends Format['kind']>(
  file: string,
  kind: K,
): Promise<Extract<Format, { kind: K }>> {
  const format = await recognise(file)
  if (!isOf(format, kind)) throw new UsageError(`${file}: holds ${format.kind} now, no longer ${kind}`)
  return format
}

function isOf<K extends Format['kind']>(format: Format, kind: K): format is Extract<Format, { kind: K }> {
  return format.kind === kind
}
