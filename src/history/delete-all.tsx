import { useState } from 'preact/hooks'
import type { HistoryWords } from './words.ts'

interface Props {
  readonly words: HistoryWords
  /** Resolves false where the background did not say that it is done. */
  readonly onDelete: () => Promise<boolean>
}

/** Forgets everything measured on this machine, after asking once, in the page. */
export function DeleteAll({ words: { say }, onDelete }: Props) {
  const [state, setState] = useState<'idle' | 'asked' | 'done' | 'failed'>('idle')
  return (
    <section class="delete">
      {state === 'asked' ? (
        <div role="group" aria-labelledby="delete-question">
          <p id="delete-question">{say('delete.question')}</p>
          <button type="button" class="btn" autofocus onClick={() => setState('idle')}>
            {say('delete.keep')}
          </button>{' '}
          <button
            type="button"
            class="btn primary"
            onClick={() => void onDelete().then((done) => setState(done ? 'done' : 'failed'))}
          >
            {say('delete.do')}
          </button>
        </div>
      ) : (
        <button type="button" class="btn" onClick={() => setState('asked')}>
          {say('delete')}
        </button>
      )}
      <p role="status">
        {state === 'done' && say('delete.done')}
        {state === 'failed' && say('delete.failed')}
      </p>
    </section>
  )
}
