import { build } from 'vite'
import { readOptions, runCommand } from '../command-line.ts'

// `npm run build`: dist/chrome and dist/firefox from the one manifest.
await runCommand(async () => {
  readOptions({}, process.argv.slice(2))
  for (const mode of ['chrome', 'firefox']) await build({ mode, logLevel: 'warn' })
  process.stdout.write('dist/chrome and dist/firefox are built\n')
})
