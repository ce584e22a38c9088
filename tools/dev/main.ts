import { spawn } from 'node:child_process'
import { build } from 'vite'
import { readOptions, runCommand } from '../command-line.ts'
import { executable } from '../browsers/executable.ts'

// `npm run dev [-- --firefox]`: builds into out/dev/ on every change, and keeps a browser open in which web-ext
// reloads the extension after each build. out/dev/ is never packaged: `npm run build` and `package` use dist/.
await runCommand(async () => {
  const { values } = readOptions({ firefox: { type: 'boolean', default: false } }, process.argv.slice(2))
  const mode = values.firefox ? 'firefox' : 'chrome'
  const outDir = `out/dev/${mode}`
  const watcher = await build({ mode, logLevel: 'warn', build: { outDir, watch: {} } })
  if (!('on' in watcher)) throw new Error('vite did not start to watch')
  await new Promise<void>((done) => {
    watcher.on('event', ({ code }) => {
      if (code !== 'END') return
      process.stdout.write(`${outDir} is built\n`)
      done()
    })
  })
  // Chromium has no sandbox for root.
  const root = process.getuid?.() === 0 ? ['--arg=--no-sandbox'] : []
  const browser = values.firefox
    ? ['--target', 'firefox-desktop', '--firefox', executable('firefox')]
    : ['--target', 'chromium', '--chromium-binary', executable('chromium'), ...root]
  const args = ['run', '--no-config-discovery', '--source-dir', outDir, ...browser]
  const child = spawn('web-ext', args, { stdio: 'inherit' })
  await new Promise((done) => child.on('close', done))
  await watcher.close()
})
