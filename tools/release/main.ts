import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runCommand } from '../command-line.ts'
import { version } from '../package/package-names.ts'
import { readReleaseOptions, usage } from './options.ts'
import { personSteps } from './person-steps.ts'
import {
  checkLint,
  makeStore,
  checkNotes,
  checkTests,
  checkTree,
  makePackages,
  type Finding,
} from './steps.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)

// `npm run release`: all that a release needs and a command can do. It stops where a person has to go on.
await runCommand(async () => {
  const options = readReleaseOptions(process.argv.slice(2))
  if (options.help) return void process.stdout.write(usage)
  const folder = `artifacts/release-${version}`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  /** A step, and whether a person has to mend what stands against it: a trial run goes on then. */
  const steps: readonly (readonly [string, boolean, () => Finding | Promise<Finding>])[] = [
    ['tree', true, checkTree],
    ['version', true, () => checkNotes(folder)],
    ['tests', false, () => checkTests(options.skipTests)],
    ['packages', false, () => makePackages(folder)],
    ['web-ext', false, () => checkLint(folder)],
    ['store', false, () => makeStore(folder, options.skipPictures)],
  ]
  const toMend: string[] = []
  let failed = 0
  for (const [name, isMendable, run] of steps) {
    const { says, obstacles } = await run()
    const isTolerated = isMendable && options.dry
    print(`${obstacles.length === 0 ? '✓' : isTolerated ? '–' : '✗'} ${name.padEnd(9)} ${says}`)
    for (const obstacle of obstacles) print(`    ${obstacle}`)
    if (isTolerated) toMend.push(...obstacles)
    else failed += obstacles.length
  }
  if (failed > 0) {
    print(`\nNot ready: ${failed} of the above.`)
    return void (process.exitCode = 1)
  }
  print(`\nReady in ${folder}. What is left is for a person:\n`)
  for (const each of toMend) print(`- first: ${each}`)
  print(personSteps(readFileSync('RELEASING.md', 'utf8'), version))
  if (options.dry) return void print('A trial: nothing was tagged, nothing was published.')
  const { status, stderr } = spawnSync('git', ['tag', `v${version}`], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`git tag v${version}: ${stderr.trim()}`)
  print(`Tagged v${version} here; nothing was published.`)
})
