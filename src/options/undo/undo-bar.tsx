import { undoKeys } from './undo-key.ts'
import type { UndoState } from './undoing.ts'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly state: UndoState
  /** Why the last change is not saved; null where all is. */
  readonly failure: string | null
  readonly words: OptionsWords
  readonly onUndo: () => void
  /** The trader is at the bar, or left it. */
  readonly onHold: (on: boolean) => void
}

/** Says what was changed and offers to undo it. Lies over the page's foot, so that nothing moves. */
export function UndoBar({ state: { said, next }, failure, words: { say }, onUndo, onHold }: Props) {
  return (
    <div
      class={`bar${(said ?? next ?? failure) ? ' is-up' : ''}`}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocusIn={() => onHold(true)}
      onFocusOut={() => onHold(false)}
    >
      {/* Both regions are there before their text, or it would not be read out. */}
      <p role="alert">{failure !== null && say('failed', { reason: failure })}</p>
      <p role="status">{said && failure === null && say(`bar.${said.kind}`, { what: said.what })}</p>
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
