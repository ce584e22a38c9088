import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Say } from '../../shared/texts.ts'
import type { PageKey } from '../words/page-texts.ts'

interface Props {
  readonly words: { readonly say: Say<PageKey> }
  /** False where the background did not say that it is done. */
  readonly onDelete: () => Promise<boolean>
}

/** Forgets everything measured on this machine, after asking once, in the page. */
export function DeleteData({ words: { say }, onDelete }: Props) {
  const [state, setState] = useState<'idle' | 'asked' | 'deleting' | 'deleted' | 'failed'>('idle')
  const keep = useRef<HTMLButtonElement>(null)
  const ask = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  const asked = state === 'asked'
  useLayoutEffect(() => {
    // Of the two answers the one that loses nothing has the focus; then it goes back to where it was.
    if (asked) keep.current?.focus()
    else if (wasAsked.current) ask.current?.focus()
    wasAsked.current = asked
  }, [asked])
  const remove = async () => {
    setState('deleting')
    setState((await onDelete()) ? 'deleted' : 'failed')
  }
  return (
    <div
      class="delete"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && asked) setState('idle')
      }}
    >
      {asked ? (
        <div role="group" aria-labelledby="delete-question">
          <p id="delete-question">{say('delete.question')}</p>
          <button type="button" class="btn" ref={keep} onClick={() => setState('idle')}>
            {say('delete.keep')}
          </button>
          <button type="button" class="btn primary" onClick={() => void remove()}>
            {say('delete.do')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="btn"
          ref={ask}
          disabled={state === 'deleting'}
          onClick={() => setState('asked')}
        >
          {say('delete')}
        </button>
      )}
      <small role="status">{state === 'deleted' && say('delete.done')}</small>
      <small class="wrong" role="alert">
        {state === 'failed' && say('delete.failed')}
      </small>
    </div>
  )
}
