import { mkdirSync, writeFileSync } from 'node:fs'
import { oneOf, readOptions, runCommand } from '../command-line.ts'
import { packageNames, packagePath } from './package-names.ts'
import { packagesOf } from './packages-of.ts'

const usage = `npm run package [-- --only NAME]

Writes artifacts/keiho-VERSION-NAME.zip for ${packageNames.join(', ')}, or for the named one alone.
The version stands in package.json. The same sources give the same bytes.
`

// `npm run package`: the packages for the stores, and the source that Firefox's reviewers build from.
await runCommand(async () => {
  const { values } = readOptions(
    { only: { type: 'string' }, help: { type: 'boolean' } },
    process.argv.slice(2),
  )
  if (values.help) return void process.stdout.write(usage)
  const names = values.only === undefined ? packageNames : [oneOf('--only', values.only, packageNames)]
  mkdirSync('artifacts', { recursive: true })
  for (const { name, zip, files } of await packagesOf(names)) {
    writeFileSync(packagePath(name), zip)
    process.stdout.write(`${packagePath(name)}  ${files} files, ${(zip.length / 1024).toFixed(0)} kB\n`)
  }
})
