import { readFileSync } from 'node:fs'
import { build } from 'vite'
import { filesUnder, sourceFiles } from './files.ts'
import type { PackageName } from './package-names.ts'
import { zipOf } from './zip-of.ts'

/** The build that a store's package holds: Edge takes Chrome's as it is. */
const builds = { chrome: 'chrome', edge: 'chrome', firefox: 'firefox' } as const

/** A package as bytes, with the number of its files. */
export interface Package {
  readonly name: PackageName
  readonly zip: Uint8Array
  readonly files: number
}

/**
 * Builds what the named packages need, into `dist`, and makes them. The same sources give the same bytes.
 *
 * @throws UsageError where the sources are wanted outside a git checkout
 */
export async function packagesOf(names: readonly PackageName[]): Promise<readonly Package[]> {
  const wanted = new Set(names.flatMap((name) => (name === 'source' ? [] : [builds[name]])))
  for (const mode of wanted) await build({ mode, logLevel: 'warn' })
  return names.map((name) => {
    const files = name === 'source' ? sourceFiles() : filesUnder(`dist/${builds[name]}`)
    const zip = zipOf([...files].map(([inside, path]) => [inside, readFileSync(path)]))
    return { name, zip, files: files.size }
  })
}
