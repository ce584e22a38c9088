import { defaultSettings, type Settings } from './settings.ts'
import { parseSettings } from './parse-settings.ts'
import type { Stored } from '../storage/stored.ts'
import { synced } from '../storage/synced.ts'

/** Settings from a stored value. An invalid field takes its default, the others are kept. */
function settingsFrom(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaultSettings
  const read = parseSettings(value)
  if ('settings' in read) return read.settings
  const [invalid = ''] = read.error.path.split('.')
  return settingsFrom(Object.fromEntries(Object.entries(value).filter(([field]) => field !== invalid)))
}

/**
 * The trader's settings. Pages and the background write the whole value; use `changeSettings` to change a part.
 */
export const settings: Stored<Settings> = synced('settings', settingsFrom)

let pendingChange: Promise<unknown> = Promise.resolve()

/** Changes a part of the settings; changes run one after the other. Rejects if the result cannot be stored. */
export function changeSettings(change: (present: Settings) => Settings): Promise<void> {
  const done = pendingChange.then(async () => settings.set(change(await settings.get())))
  pendingChange = done.catch(() => undefined)
  return done
}
