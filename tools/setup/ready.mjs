// Run by npm before a command (`pre…` scripts), also on a fresh clone: Node's own modules only. Arguments: the
// browsers the command drives (chromium, firefox); with `fonts`, Japanese glyphs too.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import process from 'node:process'
import { findBrowser } from './find-browser.mjs'
import { installFonts, installPackage } from './install-package.mjs'

/** Ends the command with one line. @param {string} line @returns {never} */
function stop(line) {
  console.error(line)
  process.exit(1)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node ${process.versions.node} is too old: Keiho's tools need Node 20.19 or newer.`)
  }
}

function installDependencies() {
  // npm writes this file last, so it is missing after an aborted install.
  const mark = 'node_modules/.package-lock.json'
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync('package-lock.json').mtimeMs) return
  console.error(existsSync(mark) ? 'Dependencies changed: npm ci …' : 'Dependencies are missing: npm ci …')
  // The outer npm's settings are passed as variables; the inner npm must read them itself.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  // No package's own script is run: none is needed, and each could do anything on this machine.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 2, 2],
    env,
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop('npm ci failed: see its message above.')
}

/** @param {'chromium' | 'firefox'} browser */
function installBrowser(browser) {
  if (findBrowser(browser)) return
  console.error(`No ${browser} found: installing it …`)
  if (installPackage(browser === 'firefox' ? 'firefox-esr' : 'chromium') && findBrowser(browser)) return
  const [name, variable] =
    browser === 'firefox' ? ['Firefox', 'FIREFOX_PATH'] : ['Chromium or Chrome', 'CHROME_PATH']
  stop(`Could not install a browser: please install ${name}, or set ${variable} to where it is.`)
}

checkNode()
installDependencies()
const requested = process.argv.slice(2)
if (requested.includes('chromium')) installBrowser('chromium')
if (requested.includes('firefox')) installBrowser('firefox')
if (requested.includes('fonts')) installFonts()
