import { elapsedMs } from '../../market/elapsed.ts'
import { mutedName } from '../../ui/mutes/mute-list.tsx'
import type { PopupWords } from '../words.ts'

/** For so long a mute can be taken back where it was set (ms); afterwards in the list of what is muted. */
const undoMs = 10_000

/** What was muted last. */
export interface MutedNow {
  /** `muteKey` */
  readonly pair: string
  /** Wall clock (ms). */
  readonly at: number
}

interface Props {
  readonly mutedNow: MutedNow
  readonly words: PopupWords
  /** Wall clock (ms). */
  readonly now: number
  readonly onUndo: () => void
}

/** Says what was just muted, with a button that takes it back: its row is gone from the list. */
export function JustMuted({ mutedNow: { pair, at }, words, now, onUndo }: Props) {
  if (elapsedMs(at, now) >= undoMs) return null
  return (
    <p class="just-muted" role="status">
      {words.say('popup.didMute', { pair: mutedName(words, pair).name })}
      <button type="button" class="btn" onClick={onUndo}>
        {words.say('popup.undo')}
      </button>
    </p>
  )
}
