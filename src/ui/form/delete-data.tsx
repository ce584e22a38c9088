import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Say } from '../../shared/texts.ts'
import type { PageKey } from '../words/page-texts.ts'

interface Props {
  readonly words: { readonly say: Say<PageKey> }
  /** Resolves to false where the background did not confirm it. */
  readonly onDelete: () => Promise<boolean>
}

/** Deletes everything measured on this device, after a confirmation within the page. */
export function DeleteData({ words: { say }, onDelete }: Props) {
  const [state, setState] = useState<'idle' | 'confirming' | 'deleting' | 'deleted' | 'failed'>('idle')
  const keepButton = useRef<HTMLButtonElement>(null)
  const deleteButton = useRef<HTMLButtonElement>(null)
  const wasConfirming = useRef(false)
  const isConfirming = state === 'confirming'
  useLayoutEffect(() => {
    // The answer that deletes nothing has the focus; afterwards the focus returns to the first button.
    if (isConfirming) keepButton.current?.focus()
    else if (wasConfirming.current) deleteButton.current?.focus()
    wasConfirming.current = isConfirming
  }, [isConfirming])
  const remove = async () => {
    setState('deleting')
    setState((await onDelete()) ? 'deleted' : 'failed')
  }
  return (
    <div
      class="delete"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isConfirming) setState('idle')
      }}
    >
      {isConfirming ? (
        <div role="group" aria-labelledby="delete-question">
          <p id="delete-question">{say('delete.question')}</p>
          <button type="button" class="btn" ref={keepButton} onClick={() => setState('idle')}>
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
          ref={deleteButton}
          disabled={state === 'deleting'}
          onClick={() => setState('confirming')}
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
