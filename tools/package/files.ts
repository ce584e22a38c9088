import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../command-line.ts'

/** Every file below a folder: name inside a package → path. */
export function filesUnder(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
  return new Map(names.map((name) => [name, join(folder, name)]))
}

/**
 * Every source file: what git tracks, as in the working tree.
 *
 * @throws UsageError outside a git checkout
 */
export function sourceFiles(): Map<string, string> {
  let listed: string
  try {
    listed = execFileSync('git', ['ls-files', '-z'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    throw new UsageError('the source package needs a git checkout: it holds what git tracks')
  }
  const names = listed.split('\0').filter((name) => name !== '' && statSync(name, { throwIfNoEntry: false }))
  return new Map(names.map((name) => [name, name]))
}
