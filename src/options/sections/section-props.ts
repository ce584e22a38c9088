import type { Settings } from '../../shared/settings/settings.ts'
import type { OptionsWords } from '../words.ts'

/** What every section of the page gets: the present settings, and how to change them. */
export interface SectionProps {
  readonly settings: Settings
  readonly words: OptionsWords
  readonly change: Change
}

/**
 * Changes some settings and saves them at once.
 *
 * @param what name of the setting, shown in the undo bar
 * @param isStep a step of a slider or number field: undone together with the steps before it
 */
export type Change = (what: string, part: Partial<Settings>, isStep?: boolean) => void
