import { spawn } from 'node:child_process'
import { readOptions, runCommand } from '../command-line.ts'

// `npm run test:unit [-- PART_OF_A_PATH…]`: the fast tests, all or those whose path contains an argument.
await runCommand(async () => {
  const { positionals } = readOptions({}, process.argv.slice(2), Infinity)
  const child = spawn('vitest', ['run', '--project', 'unit', ...positionals], { stdio: 'inherit' })
  process.exitCode = await new Promise<number>((done) => child.on('close', (code) => done(code ?? 1)))
})
