import { writeFile } from 'node:fs/promises'
import { runCommand } from '../command-line.ts'
import { readScorecardOptions } from './options.ts'
import { page } from './page.ts'
import { createScorecardReplays } from './scorecard-replays.ts'
import { sectionIds, sections, type SectionId } from './sections.ts'
import { markdown, type ScorecardTable } from './scorecard-table.ts'

// `npm run scorecard`: detection quality on coins the models were not trained on.
await runCommand(async () => {
  const options = readScorecardOptions(process.argv.slice(2))
  const replays = await createScorecardReplays(options.data, (line) => process.stderr.write(`${line}\n`))
  const tables: (readonly [SectionId, ScorecardTable])[] = []
  for (const id of options.only ? [options.only] : sectionIds) {
    tables.push([id, await sections[id](replays, options.data)])
  }
  if (options.only === null) await writeFile(options.out, page(tables))
  if (options.json) process.stdout.write(`${JSON.stringify(Object.fromEntries(tables))}\n`)
  else process.stdout.write(`${tables.map(([, table]) => markdown(table)).join('\n\n')}\n`)
})
