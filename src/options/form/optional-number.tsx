import { useState } from 'preact/hooks'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly id: string
  readonly name: string
  /** Undefined: the field is empty. */
  readonly value: number | undefined
  readonly min: number
  readonly max: number
  /** What stands behind the number. */
  readonly unit: string
  readonly words: OptionsWords
  readonly onChange: (value: number | undefined) => void
}

/** A number that may be left out. Any other input is reported and not saved. */
export function OptionalNumber({ id, name, value, min, max, unit, words: { say, lang }, onChange }: Props) {
  // Input that is unfinished or invalid stays in the field when the page renders again.
  const [typed, setTyped] = useState<string | null>(null)
  const [isInvalid, setIsInvalid] = useState(false)
  const number = new Intl.NumberFormat(lang, { maximumSignificantDigits: 3 })
  return (
    <div class="rule-field">
      <label for={id}>{name}</label>
      <input
        type="number"
        class="input"
        inputMode="decimal"
        id={id}
        min={0}
        step="any"
        value={typed ?? value ?? ''}
        aria-invalid={isInvalid}
        aria-describedby={`${id}-wrong`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget: { valueAsNumber: n, validity } }) => {
          const isEmpty = Number.isNaN(n) && !validity.badInput
          const isValid = isEmpty || (n >= min && n <= max)
          setIsInvalid(!isValid)
          if (!isValid) return
          setTyped(null)
          const next = isEmpty ? undefined : n
          if (next !== value) onChange(next)
        }}
      />
      <span>{unit}</span>
      <small class="wrong" id={`${id}-wrong`} role="alert">
        {isInvalid && say('number.bounds', { least: number.format(min), most: number.format(max) })}
      </small>
    </div>
  )
}
