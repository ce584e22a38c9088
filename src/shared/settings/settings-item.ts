import { defaultSettings, type Settings } from './settings.ts'
import { parseSettings } from './parse-settings.ts'
import type { Stored } from '../storage/stored.ts'
import { synced } from '../storage/synced.ts'

/** Settings out of what is stored. A field that is damaged takes its default, the others stay. */
function settingsFrom(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaultSettings
  const read = parseSettings(value)
  if ('settings' in read) return read.settings
  const [damaged = ''] = read.error.path.split('.')
  return settingsFrom(Object.fromEntries(Object.entries(value).filter(([field]) => field !== damaged)))
}

/**
 * What the trader chose. Pages and the background write it, each a whole value: to change a part of it,
 * `changeSettings`.
 */
export const settings: Stored<Settings> = synced('settings', settingsFrom)

let pendingChange: Promise<unknown> = Promise.resolve()

/** Changes a part of the settings, one change after the other. Rejects where they could not be stored. */
export function changeSettings(change: (present: Settings) => Settings): Promise<void> {
  const done = pendingChange.then(async () => settings.set(change(await settings.get())))
  pendingChange = done.catch(() => undefined)
  return done
}
