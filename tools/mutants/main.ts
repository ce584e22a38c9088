import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../command-line.ts'
import type { Mutant } from './mutant.ts'
import { mutated } from './mutant.ts'
import { mutantsIn } from './mutants-in.ts'
import { readMutantOptions } from './options.ts'
import { sample } from './sample.ts'
import { openTester } from './tester.ts'

// `npm run mutants [-- PATH…] [--sample N] [--seed N] [--json]`: changes one place of the source at a time and
// reports the changes that no test of the file's room notices.
await runCommand(async () => {
  const options = readMutantOptions(process.argv.slice(2))
  const texts = new Map(options.paths.flatMap(sourcesUnder).map((file) => [file, readFileSync(file, 'utf8')]))
  const all = [...texts].flatMap(([file, text]) => mutantsIn(file, text))
  const mutants = options.sample === null ? all : sample(all, options.sample, options.seed)
  const survived: Mutant[] = []
  let done = 0
  for (const [file, text] of texts) {
    const ofFile = mutants.filter((mutant) => mutant.file === file)
    if (ofFile.length === 0) continue
    const tester = await openTester(file)
    for (const mutant of ofFile) {
      if (!(await tester.notices(mutated(text, mutant)))) survived.push(mutant)
      process.stderr.write(`${++done} of ${mutants.length}, ${survived.length} survived: ${file}\n`)
    }
    tester.close()
  }
  const killed = mutants.length - survived.length
  const list = survived.map(({ file, line, what }) => ({ file, line, what }))
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ mutants: mutants.length, killed, survived: list })}\n`)
    return
  }
  for (const { file, line, what } of list) process.stdout.write(`${file}:${line}  ${what}\n`)
  process.stdout.write(`${mutants.length} mutants, ${killed} killed, ${list.length} survived\n`)
})

/** Source files at a path: itself, or every one below a folder. */
function sourcesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  )
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => join(path, name))
}
