import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder, deleted when the test ends. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keiho-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** Writes a file of that name into a folder of its own. @returns its path */
export async function written(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(await emptyFolder(), name)
  await writeFile(file, content)
  return file
}
