import { elapsedMs } from '../../market/elapsed.ts'
import type { PopupWords } from '../words.ts'

/** For so long what was just done can be taken back where it was done (ms); afterwards in the lists of it. */
const undoMs = 10_000

/** What was done last. */
export interface DoneNow {
  readonly text: string
  /** Wall clock (ms). */
  readonly at: number
  readonly undo: () => void
  /** What may follow from it. */
  readonly offer?: { readonly text: string; readonly take: () => void }
}

interface Props {
  readonly done: DoneNow
  readonly words: PopupWords
  /** Wall clock (ms). */
  readonly now: number
}

/** Says what was just done, with a button that takes it back: a muted row is gone from the list. */
export function JustDone({ done: { text, at, undo, offer }, words, now }: Props) {
  if (elapsedMs(at, now) >= undoMs) return null
  return (
    <p class="just-done" role="status">
      <span>{text}</span>
      {offer && (
        <button type="button" class="btn" onClick={offer.take}>
          {offer.text}
        </button>
      )}
      <button type="button" class="btn" onClick={undo}>
        {words.say('helpful.undo')}
      </button>
    </p>
  )
}
