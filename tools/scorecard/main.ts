import { writeFile } from 'node:fs/promises'
import { runCommand } from '../command-line.ts'
import { options } from './options.ts'
import { page } from './page.ts'
import { createPlayed } from './played.ts'
import { sectionIds, sections, type SectionId } from './sections.ts'
import { markdown, type Table } from './table.ts'

// `npm run scorecard`: how well the extension detects, judged on coins its models have not seen.
await runCommand(async () => {
  const asked = options(process.argv.slice(2))
  const played = await createPlayed(asked.data, (line) => process.stderr.write(`${line}\n`))
  const tables: (readonly [SectionId, Table])[] = []
  for (const id of asked.only ? [asked.only] : sectionIds) {
    tables.push([id, await sections[id](played, asked.data)])
  }
  if (asked.only === null) await writeFile(asked.out, page(tables))
  if (asked.json) process.stdout.write(`${JSON.stringify(Object.fromEntries(tables))}\n`)
  else process.stdout.write(`${tables.map(([, table]) => markdown(table)).join('\n\n')}\n`)
})
