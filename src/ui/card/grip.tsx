import { Icon } from '../icons/icon.tsx'
import type { Words } from '../words/words.ts'

/** What the holder of a grip does with it: start a drag, or move by a key. */
export interface GripActions {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The handle that moves the banner, by pointer or arrow keys. */
export function Grip({ actions, words }: { actions: GripActions; words: Words }) {
  return (
    <button type="button" class="icon-btn grip" aria-label={words.say('action.move')} {...actions}>
      <Icon name="grip" />
    </button>
  )
}
