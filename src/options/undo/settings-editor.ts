import type { Settings } from '../../shared/settings/settings.ts'
import type { Stored } from '../../shared/storage/stored.ts'
import type { Change } from '../sections/section-props.ts'
import { createUndoStack, type UndoStack } from './undo-stack.ts'

/** The settings as the page shows them. */
export interface EditorState {
  readonly settings: Settings
  /** The browser's reason why the last change was not saved; null where it was. */
  readonly failure: string | null
}

/** Changes settings: each change is shown and saved at once, and reverted where saving fails. */
export interface SettingsEditor extends UndoStack {
  /** Null until the settings have been read. */
  state(): EditorState | null
  readonly change: Change
}

/** Where the settings are stored, and how a part of them is changed; see settings-item.ts. */
export interface SettingsStore {
  readonly item: Pick<Stored<Settings>, 'get' | 'follow'>
  readonly save: (change: (present: Settings) => Settings) => Promise<void>
}

/** @param onChange called whenever what is shown may differ */
export function createSettingsEditor(
  { item, save }: SettingsStore,
  onChange: () => void,
  signal: AbortSignal,
): SettingsEditor {
  let settings: Settings | null = null
  let failure: string | null = null
  let pendingSaves = 0
  const undoStack = createUndoStack(onChange, signal)

  /** Resolves to whether it was saved. */
  async function put(part: Partial<Settings>): Promise<boolean> {
    if (settings) settings = { ...settings, ...part }
    pendingSaves++
    onChange()
    // Only this part is written: other pages may have changed other parts meanwhile.
    failure = await save((present) => ({ ...present, ...part })).then(() => null, reasonOf)
    const isSaved = failure === null
    pendingSaves--
    if (pendingSaves === 0) settings = await item.get().catch(() => settings)
    onChange()
    return isSaved
  }

  item.follow((next) => {
    // While a change is being saved, the stored settings are older than those shown.
    if (pendingSaves === 0) settings = next
    onChange()
  }, signal)

  return {
    ...undoStack,
    state: () => settings && { settings, failure },
    change(what, part, isStep = false) {
      if (!settings) return
      const before = partOf(settings, part)
      const entry = undoStack.push(what, () => put(before), isStep ? Object.keys(part).join() : null)
      void put(part).then((isSaved) => {
        if (!isSaved) undoStack.remove(entry)
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
