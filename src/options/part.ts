import type { Settings } from '../shared/settings/settings.ts'
import type { OptionsWords } from './words.ts'

/** What every part of the page gets: the settings as they are, and the way to change them. */
export interface Part {
  readonly settings: Settings
  readonly words: OptionsWords
  readonly change: Change
}

/**
 * Changes some settings; saved at once.
 *
 * @param what name of the setting, for the bar that offers to undo it
 * @param fold a further step of a slider or spinner: undone together with those before it
 */
export type Change = (what: string, part: Partial<Settings>, fold?: boolean) => void
