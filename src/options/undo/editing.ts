import type { Settings } from '../../shared/settings/settings.ts'
import type { Stored } from '../../shared/storage/stored.ts'
import type { Change } from '../part.ts'
import { createUndoing, type Undoing } from './undoing.ts'

/** What the page knows of the settings now. */
export interface Edited {
  readonly settings: Settings
  /** Why the last change is not saved, as the browser put it; null where all is. */
  readonly failure: string | null
}

/** The trader's changes on their way to storage: shown at once, saved at once, taken back where saving fails. */
export interface Editing extends Undoing {
  /** Null until the settings are read. */
  edited(): Edited | null
  readonly change: Change
}

/** Where settings are kept, and the one way to change a part of them; see settings-item.ts. */
export interface Kept {
  readonly item: Pick<Stored<Settings>, 'get' | 'follow'>
  readonly save: (change: (present: Settings) => Settings) => Promise<void>
}

/**
 * Opens the settings for editing.
 *
 * @param onChange called whenever something shown may be different
 */
export function createEditing({ item, save }: Kept, onChange: () => void, signal: AbortSignal): Editing {
  let settings: Settings | null = null
  let failure: string | null = null
  let saving = 0
  const undoing = createUndoing(onChange, signal)

  /** Whether it was saved. */
  async function put(part: Partial<Settings>): Promise<boolean> {
    if (settings) settings = { ...settings, ...part }
    saving++
    onChange()
    // What another page changed meanwhile stays: only this part is ours.
    failure = await save((present) => ({ ...present, ...part })).then(() => null, reasonOf)
    const saved = failure === null
    saving--
    if (saving === 0) settings = await item.get().catch(() => settings)
    onChange()
    return saved
  }

  item.follow((next) => {
    // Between a change and its saving what is stored is the older of the two.
    if (saving === 0) settings = next
    onChange()
  }, signal)

  return {
    ...undoing,
    edited: () => settings && { settings, failure },
    change(what, part, fold = false) {
      if (!settings) return
      const before = partOf(settings, part)
      const entry = undoing.did(what, () => put(before), fold ? Object.keys(part).join() : null)
      void put(part).then((saved) => {
        if (!saved) undoing.forget(entry)
      })
    },
  }
}

/** The present values of the settings that `part` names. */
function partOf(settings: Settings, part: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => key in part))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
