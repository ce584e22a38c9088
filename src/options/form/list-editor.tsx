import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import type { OptionsWords } from '../words.ts'

/** One entry of a list. */
export interface ListEntry {
  readonly key: string
  readonly text: string
  /** Distinguishes entries of the same text. */
  readonly detail?: string
  /** What stands below it. */
  readonly more?: ComponentChildren
}

interface Props {
  readonly name: string
  readonly about: string
  readonly placeholder: string
  readonly entries: readonly ListEntry[]
  readonly words: OptionsWords
  /** Adds the entry that the text names. Returns an error message, or null. */
  readonly onAdd: (text: string) => string | null
  readonly onRemove: (key: string) => void
}

/** A list with a text field that adds entries, and a button on each entry that removes it. */
export function ListEditor({ name, about, placeholder, entries, words: { say }, onAdd, onRemove }: Props) {
  const [error, setError] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const field = input.current
    if (!field || field.value.trim() === '') return
    const problem = onAdd(field.value)
    setError(problem)
    if (problem === null) field.value = ''
    field.focus()
  }
  const remove = (key: string) => {
    onRemove(key)
    // The focused button no longer exists.
    input.current?.focus()
  }
  return (
    <fieldset class="field list">
      <legend>{name}</legend>
      <div class="value">
        <small id={`${id}-about`}>{about}</small>
        <form onSubmit={add}>
          <input
            class="input"
            ref={input}
            aria-label={say('list.add.to', { list: name })}
            aria-describedby={error === null ? `${id}-about` : `${id}-wrong`}
            aria-invalid={error !== null}
            placeholder={placeholder}
            autocomplete="off"
            spellcheck={false}
            onInput={() => setError(null)}
          />
          <button type="submit" class="btn">
            {say('list.add')}
          </button>
        </form>
        <small class="wrong" id={`${id}-wrong`} role="alert">
          {error}
        </small>
        {entries.length > 0 && (
          <ul>
            {entries.map(({ key, text, detail, more }) => (
              <li key={key}>
                <span>
                  {text}
                  {detail && <small> {detail}</small>}
                </span>
                <button
                  type="button"
                  class="icon-btn"
                  aria-label={say('list.remove', { entry: detail ? `${text} ${detail}` : text, list: name })}
                  onClick={() => remove(key)}
                >
                  <PageIcon name="close" />
                </button>
                {more}
              </li>
            ))}
          </ul>
        )}
      </div>
    </fieldset>
  )
}
