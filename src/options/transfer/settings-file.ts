import type { Site } from '../../exchanges/exchange.ts'
import { chartSites } from '../../exchanges/sites/charts/chart-sites.ts'
import { defaultSettings, type Settings } from '../../shared/settings/settings.ts'
import { parseSettings, type SettingsError } from '../../shared/settings/parse-settings.ts'

/** The settings in a file, or why it is rejected. `path` is the wrong field, e.g. `notifications.hourlyMost`. */
export type ImportResult =
  | { readonly settings: Settings }
  | { readonly error: 'not-json' | 'no-settings' | 'too-large' }
  | { readonly error: SettingsError['message']; readonly path: string }

/** Far more characters than any settings have: a longer file is not parsed. */
const maxChars = 256 * 1_024

/** Settings as readable JSON, one field per line. */
export function serializeSettings(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`
}

/** Name of the exported file, with the current day (UTC). */
export function settingsFileName(now: number): string {
  return `keiho-settings-${new Date(now).toISOString().slice(0, 10)}.json`
}

/**
 * Parses a file written by `serializeSettings` or by hand. Missing fields keep their present values; where one is
 * invalid, the whole file is rejected.
 */
export function parseSettingsFile(text: string, present: Settings, sites: readonly Site[]): ImportResult {
  if (text.length > maxChars) return { error: 'too-large' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { error: 'not-json' }
  }
  // Every field is optional, so any JSON object would pass: a file of another program must not.
  if (!isObject(value) || !Object.keys(defaultSettings).some((field) => field in value))
    return { error: 'no-settings' }
  const result = parseSettings({ ...present, ...value })
  if ('error' in result) return { error: result.error.message, path: result.error.path }
  const { venues, chartSites: charts } = result.settings
  const path = unknownIn('venues', venues, sites) ?? unknownIn('chartSites', charts, chartSites)
  return path === undefined ? result : { error: 'unknown-value', path }
}

/** The path of the first id that nobody has; undefined where all are known. */
function unknownIn(
  field: string,
  ids: readonly string[],
  known: readonly { readonly id: string }[],
): string | undefined {
  const index = ids.findIndex((id) => !known.some((each) => each.id === id))
  return index < 0 ? undefined : `${field}.${index}`
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
