import { useState } from 'preact/hooks'
import type { HealthWords } from './words.ts'

/** What the trader can do on the page. */
export interface HealthActions {
  /** Resolves to false where the browser refused to copy. Call it within the click. */
  readonly onCopy: () => Promise<boolean>
  /** Resolves to false where the background gave no answer. */
  readonly onTryAgain: () => Promise<boolean>
}

type Outcome = 'copied' | 'copy.failed' | 'trying' | 'tried' | 'try.failed'

/** Buttons, and beside them what came of the last press. */
export function Actions({
  words: { say },
  onCopy,
  onTryAgain,
}: HealthActions & { readonly words: HealthWords }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const copy = async () => setOutcome((await onCopy()) ? 'copied' : 'copy.failed')
  const tryAgain = async () => {
    setOutcome('trying')
    setOutcome((await onTryAgain()) ? 'tried' : 'try.failed')
  }
  const hasFailed = outcome === 'copy.failed' || outcome === 'try.failed'
  return (
    <div class="actions">
      <button type="button" class="btn" onClick={() => void copy()}>
        {say('copy')}
      </button>
      {/* Not disabled meanwhile: it would lose the focus. */}
      <button
        type="button"
        class="btn"
        aria-busy={outcome === 'trying'}
        onClick={() => outcome !== 'trying' && void tryAgain()}
      >
        {say('try')}
      </button>
      <small role="status">{outcome !== null && !hasFailed && say(outcome)}</small>
      <small class="wrong" role="alert">
        {outcome !== null && hasFailed && say(outcome)}
      </small>
    </div>
  )
}
