import { registeredInJapan } from '../exchanges/sites/japan.ts'
import type { Tier } from '../market/tier.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { Lang } from '../shared/texts.ts'

/** The three choices of the first run. */
export interface Choices {
  /** Ids of the venues ticked. */
  readonly venues: readonly string[]
  readonly sensitivity: Settings['sensitivity']['kind']
  /** The least tier that notifies; null: none does. */
  readonly least: Tier | null
}

/** What is chosen already. Those who read Japanese most likely trade at home. */
export function firstChoices(
  { venues, sensitivity, notifications, welcomed }: Settings,
  lang: Lang,
): Choices {
  const home = lang === 'ja' && !welcomed ? [...registeredInJapan] : []
  return {
    venues: [...new Set([...home, ...venues])],
    sensitivity: sensitivity.kind,
    least: notifications.least,
  }
}

/**
 * The settings with the choices in them.
 *
 * @param venues those that are both ticked and permitted
 */
export function settingsWith(present: Settings, choices: Choices, venues: readonly string[]): Settings {
  const { sensitivity: kind, least } = choices
  return {
    ...present,
    venues,
    // Custom is no choice here: it can only be what it was.
    sensitivity: kind === 'custom' ? present.sensitivity : { kind },
    notifications: { ...present.notifications, least },
    welcomed: true,
  }
}
