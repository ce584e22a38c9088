import { changeSettings } from '../shared/settings/settings-item.ts'
import { switchVenuesOn } from '../shared/settings/venue-switch.ts'
import { settingsWith, type Choices } from './choices.ts'

/**
 * Requests the permissions, with one question of the browser, and saves the choices. Call it within the click.
 *
 * @param on ids of the venues that were on before
 * @returns false where the permission was declined: nothing is saved. Rejects where saving failed.
 */
export async function saveChoices(choices: Choices, on: readonly string[]): Promise<boolean> {
  const wanted = choices.venues.filter((id) => !on.includes(id))
  if (wanted.length > 0 && !(await switchVenuesOn(wanted))) return false
  await changeSettings((present) => settingsWith(present, choices, choices.venues))
  return true
}

/** Saves the choices without requesting permissions: only venues that were on before stay on. */
export async function savePermitted(choices: Choices, on: readonly string[]): Promise<true> {
  const permitted = choices.venues.filter((id) => on.includes(id))
  await changeSettings((present) => settingsWith(present, choices, permitted))
  return true
}
