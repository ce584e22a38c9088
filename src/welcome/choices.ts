import { registeredInJapan } from '../exchanges/sites/japan.ts'
import type { Tier } from '../market/tier.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { Lang } from '../shared/languages.ts'

/** The three choices of the first run. */
export interface Choices {
  /** Ids of the selected venues. */
  readonly venues: readonly string[]
  readonly sensitivity: Settings['sensitivity']['kind']
  /** The lowest tier that notifies; null: none does. */
  readonly least: Tier | null
}

/** Venues that are selected as well on the first run in a language: those of its readers' own country. */
const homeVenues: Partial<Record<Lang, readonly string[]>> = {
  ja: [...registeredInJapan],
  ko: ['upbit', 'bithumb'],
}

/** The initial choices. */
export function firstChoices(
  { venues, sensitivity, notifications, welcomed }: Settings,
  lang: Lang,
): Choices {
  const home = welcomed ? [] : (homeVenues[lang] ?? [])
  return {
    venues: [...new Set([...home, ...venues])],
    sensitivity: sensitivity.kind,
    least: notifications.least,
  }
}

/**
 * The settings with the choices applied.
 *
 * @param venues those that are both selected and permitted
 */
export function settingsWith(present: Settings, choices: Choices, venues: readonly string[]): Settings {
  const { sensitivity: kind, least } = choices
  return {
    ...present,
    venues,
    // Custom cannot be chosen here: it is what was set before.
    sensitivity: kind === 'custom' ? present.sensitivity : { kind },
    notifications: { ...present.notifications, least },
    welcomed: true,
  }
}
