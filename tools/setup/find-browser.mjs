import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const locations = {
  chromium: {
    variable: 'CHROME_PATH',
    // Chromium first: branded Chrome no longer takes unpacked extensions from the command line.
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    apps: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    apps: ['Firefox.app/Contents/MacOS/firefox'],
  },
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Path of an installed browser, or null. The variable CHROME_PATH or FIREFOX_PATH takes precedence.
 *
 * @param {'chromium' | 'firefox'} browser
 * @returns {string | null}
 */
export function findBrowser(browser) {
  const { variable, commands, apps } = locations[browser]
  const folders = (process.env.PATH ?? '').split(delimiter)
  const applications = ['/Applications', join(process.env.HOME ?? '', 'Applications')]
  const candidates = [
    process.env[variable] ?? '',
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...apps.flatMap((app) => applications.map((folder) => join(folder, app))),
  ]
  return candidates.find((path) => path !== '' && runs(path)) ?? null
}
