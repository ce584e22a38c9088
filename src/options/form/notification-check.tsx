import { useEffect, useState } from 'preact/hooks'
import type { OptionsWords } from '../words.ts'
import { FormField } from './form-field.tsx'

/** What the browser says about our notifications. */
export interface NotificationActions {
  /** Whether it lets Keiho notify; null or undefined where it does not tell. */
  fetchAllowed(): Promise<boolean | null | undefined>
  /** Sends one as a test. Resolves to null, or to why it was not shown; undefined: no answer. */
  sendTest(sound: boolean): Promise<string | null | undefined>
}

interface Props extends NotificationActions {
  readonly sound: boolean
  readonly words: OptionsWords
}

/** A test notification on request, and a plain warning where none would be seen. */
export function NotificationCheck({ fetchAllowed, sendTest, sound, words: { say } }: Props) {
  const [allowed, setAllowed] = useState<boolean | null | undefined>(null)
  /** Absent: nothing was sent yet. */
  const [result, setResult] = useState<{ readonly failure: string | null } | null>(null)
  const check = () => void fetchAllowed().then(setAllowed)
  useEffect(() => {
    check()
    // The trader may switch them on elsewhere and come back.
    window.addEventListener('focus', check)
    return () => window.removeEventListener('focus', check)
  }, [])
  const send = async () => {
    setResult(null)
    const failure = await sendTest(sound)
    setResult({ failure: failure === undefined ? say('test.noAnswer') : failure })
    check()
  }
  return (
    <FormField name={say('test')}>
      <button type="button" class="btn" onClick={() => void send()}>
        {say('test.do')}
      </button>
      <small role="status">{result?.failure === null && allowed !== false && say('test.sent')}</small>
      <small class="wrong" role="alert">
        {allowed === false
          ? say('test.off')
          : typeof result?.failure === 'string' && say('test.failed', { reason: result.failure })}
      </small>
    </FormField>
  )
}
