import { defaultSettings, type Settings } from './settings.ts'
import { parseSettings } from './parse-settings.ts'
import type { Stored } from '../storage/stored.ts'
import { synced } from '../storage/synced.ts'
import { browser } from '../web-extension.ts'
import { answerLimitMs, TimeoutError } from '../with-timeout.ts'

/** Settings from a stored value. An invalid field takes its default, the others are kept. */
function settingsFrom(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaultSettings
  const read = parseSettings(value)
  if ('settings' in read) return read.settings
  const [invalid = ''] = read.error.path.split('.')
  return settingsFrom(Object.fromEntries(Object.entries(value).filter(([field]) => field !== invalid)))
}

/**
 * The trader's settings. Pages and the background change them by `changeSettings`; a banner, whose page has another
 * origin, by a command.
 */
export const settings: Stored<Settings> = synced('settings', settingsFrom)

/** Nobody holds the lock for as long: reading and writing have their own limits, ms. */
const lockLimitMs = 2 * answerLimitMs

/**
 * Changes a part of the settings. Changes of all our pages and of the background run one after the other, each on the
 * result of the one before. Rejects if the result cannot be stored.
 */
export function changeSettings(change: (present: Settings) => Settings): Promise<void> {
  const waited = new AbortController()
  const timer = setTimeout(() => waited.abort(new TimeoutError('The settings did not answer')), lockLimitMs)
  return navigator.locks.request('settings', { signal: waited.signal }, async () => {
    clearTimeout(timer)
    await settings.set(change(await settings.get()))
  })
}

/**
 * Syncs settings that could not be synced when they were changed: the quota or the connection may allow it now. Without
 * this they would stay on this machine until the next change. Never rejects.
 */
export async function syncSettingsAgain(): Promise<void> {
  try {
    const { [settings.key]: unsynced } = await browser.storage.local.get(settings.key)
    if (unsynced !== undefined) await changeSettings((present) => present)
  } catch {
    // Still stored on this machine: the next start or change tries again.
  }
}
