import { Icon } from '../icons/icon.tsx'
import type { Words } from '../words/words.ts'

/** Handlers of the grip: a pointer starts a drag, keys move the banner. */
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
