import type { Exchange } from '../../exchanges/exchange.ts'
import { defaultSettings, type Settings } from '../../shared/settings/settings.ts'
import { parseSettings, type SettingsError } from '../../shared/settings/parse-settings.ts'

/** What a file held: settings, or why it cannot be taken. `path` names the field, e.g. `notifications.hourlyMost`. */
export type Transfer =
  | { readonly settings: Settings }
  | { readonly wrong: 'not-json' | 'no-settings' | 'too-large' }
  | { readonly wrong: SettingsError['message']; readonly path: string }

/** No settings of ours come near it: what does is another file, and not worth parsing. Characters. */
const LARGEST = 256 * 1_024

/** Settings as a file for people: one field a line. */
export function settingsText(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`
}

/** Name of the file, with the day (UTC) it was written. */
export function settingsFileName(now: number): string {
  return `keiho-settings-${new Date(now).toISOString().slice(0, 10)}.json`
}

/**
 * Reads a file written by `settingsText`, or by hand. Fields it does not name stay as they are;
 * where one is unsound nothing of it is taken.
 */
export function settingsOfText(text: string, present: Settings, exchanges: readonly Exchange[]): Transfer {
  if (text.length > LARGEST) return { wrong: 'too-large' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { wrong: 'not-json' }
  }
  // Any JSON object would do as "all fields missing": a file of another program must not.
  if (!isObject(value) || !Object.keys(defaultSettings).some((field) => field in value))
    return { wrong: 'no-settings' }
  const sound = parseSettings({ ...present, ...value })
  if ('error' in sound) return { wrong: sound.error.message, path: sound.error.path }
  const stranger = sound.settings.venues.findIndex((id) => !exchanges.some((exchange) => exchange.id === id))
  return stranger < 0 ? sound : { wrong: 'unknown-value', path: `venues.${stranger}` }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
