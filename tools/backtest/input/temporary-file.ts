import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A temporary file for data that does not fit into memory. */
export interface TemporaryFile {
  readonly folder: string
  readonly file: FileHandle
}

/** Creates one, open for writing and reading. */
export async function openTemporary(): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), 'keiho-backtest-'))
  return { folder, file: await open(join(folder, 'bars'), 'w+') }
}

/** Closes and deletes it; null does nothing. */
export async function removeTemporary(temporary: TemporaryFile | null): Promise<void> {
  await temporary?.file.close()
  if (temporary) await rm(temporary.folder, { recursive: true })
}
