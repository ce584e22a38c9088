import { changeSettings } from '../shared/settings/settings-item.ts'
import { switchVenuesOn } from '../shared/settings/venue-switch.ts'
import { settingsWith, type Choices } from './choices.ts'

/**
 * Carries out the choices: asks the browser once, within the click, and saves.
 *
 * @param on venues switched on before
 * @returns false where the permission was declined: then nothing is saved. Rejects where it could not be saved.
 */
export async function finish(choices: Choices, on: readonly string[]): Promise<boolean> {
  const wanted = choices.venues.filter((id) => !on.includes(id))
  if (wanted.length > 0 && !(await switchVenuesOn(wanted))) return false
  await changeSettings((present) => settingsWith(present, choices, choices.venues))
  return true
}

/** The same without asking: only venues that were on before are watched. */
export async function finishWithout(choices: Choices, on: readonly string[]): Promise<true> {
  const permitted = choices.venues.filter((id) => on.includes(id))
  await changeSettings((present) => settingsWith(present, choices, permitted))
  return true
}
