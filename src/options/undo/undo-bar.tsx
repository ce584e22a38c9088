import { undoKeys } from './undo-key.ts'
import type { UndoState } from './undo-stack.ts'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly state: UndoState
  /** Why the last change was not saved; null where it was. */
  readonly failure: string | null
  readonly words: OptionsWords
  readonly onUndo: () => void
  /** Pointer or focus entered the bar, or left it. */
  readonly onHold: (on: boolean) => void
}

/** Names the last change and offers to undo it. Overlays the bottom of the page, so that nothing moves. */
export function UndoBar({ state: { message, next }, failure, words: { say }, onUndo, onHold }: Props) {
  return (
    <div
      class={`bar${(message ?? next ?? failure) ? ' is-up' : ''}`}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocusIn={() => onHold(true)}
      onFocusOut={() => onHold(false)}
    >
      {/* Live regions must exist before their text, or screen readers do not announce it. */}
      <p role="alert">{failure !== null && say('failed', { reason: failure })}</p>
      <p role="status">{message && failure === null && say(`bar.${message.kind}`, { what: message.what })}</p>
      {next !== null && (
        <>
          <kbd aria-hidden="true">{undoKeys()}</kbd>
          <button
            type="button"
            class="btn"
            aria-label={say('undo.of', { what: next })}
            aria-keyshortcuts="Control+Z Meta+Z"
            onClick={onUndo}
          >
            {say('undo')}
          </button>
        </>
      )}
    </div>
  )
}
