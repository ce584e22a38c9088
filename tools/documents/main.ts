import { writeFileSync } from 'node:fs'
import { readOptions, runCommand } from '../command-line.ts'
import { generated, remake } from './generated.ts'

const usage = `npm run documents [-- --check]

Writes what the documents show of results: the short scorecard of README.md and two pictures from SCORECARD.md
(npm run scorecard), the table of BENCHMARKS.md from benchmarks.json (npm run --silent bench -- --json >benchmarks.json).

  --check  writes nothing; ends with 1 where something differs
`

// `npm run documents`: figures in documents, from the stored results of the commands that measure them.
await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const
  const { check, help } = readOptions({ check: flag, help: flag }, process.argv.slice(2)).values
  if (help) return void process.stdout.write(usage)
  const changed = generated
    .map((each) => ({ file: each.file, ...remake(each) }))
    .filter(({ before, after }) => before !== after)
  for (const { file, after } of changed) {
    if (!check) writeFileSync(file, after)
    process.stdout.write(`${file}: ${check ? 'differs from its sources' : 'written'}\n`)
  }
  if (check && changed.length > 0) process.exitCode = 1
  await Promise.resolve()
})
