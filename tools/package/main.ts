import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import manifest from '../../manifest.json' with { type: 'json' }
import { readOptions, runCommand } from '../command-line.ts'
import { filesUnder, sourceFiles } from './files.ts'
import { zipOf } from './zip-of.ts'

// `npm run package`: the packages for the two stores, and the source that Firefox's reviewers build from. The
// same sources give the same bytes.
await runCommand(async () => {
  readOptions({}, process.argv.slice(2))
  mkdirSync('artifacts', { recursive: true })
  for (const mode of ['chrome', 'firefox']) {
    await build({ mode, logLevel: 'warn' })
    write(mode, filesUnder(`dist/${mode}`))
  }
  write('source', sourceFiles())
})

function write(what: string, files: ReadonlyMap<string, string>): void {
  const zip = zipOf([...files].map(([name, file]) => [name, readFileSync(file)]))
  const path = `artifacts/keiho-${manifest.version}-${what}.zip`
  writeFileSync(path, zip)
  process.stdout.write(`${path}  ${files.size} files, ${(zip.length / 1024).toFixed(0)} kB\n`)
}
