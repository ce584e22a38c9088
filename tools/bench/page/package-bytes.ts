import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { extensionFolder } from '../../browsers/extension-folder.ts'
import { filesUnder } from '../../package/files.ts'
import { zipOf } from '../../package/zip-of.ts'
import type { Benchmark } from '../benchmark.ts'

/** Bytes of the package for Chrome as the store gets it, compressed. A budget, compared with nothing. */
export const packageBytes: Benchmark = {
  id: 'package-bytes',
  unit: 'bytes',
  goal: 260 * 1024,
  better: 'lower',
  browser: true,
  measure() {
    const files = [...filesUnder(extensionFolder('chrome'))]
    return Promise.resolve([zipOf(files.map(([name, path]) => [name, readFileSync(path)])).length])
  },
}

/** Bytes, gzip, of what every trading page gets: the scripts that the manifest names. A budget. */
export const pageBytes: Benchmark = {
  id: 'page-bytes',
  unit: 'bytes',
  goal: 12 * 1024,
  better: 'lower',
  browser: true,
  measure() {
    const folder = extensionFolder('chrome')
    const { content_scripts: scripts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      content_scripts: readonly { js: readonly string[] }[]
    }
    const names = new Set(scripts.flatMap(({ js }) => js))
    return Promise.resolve([
      [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0),
    ])
  },
}
