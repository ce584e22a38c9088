import { useState } from 'preact/hooks'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly id: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly words: OptionsWords
  readonly onChange: (value: number) => void
}

/** An integer within bounds. Any other input is reported and not saved. */
export function NumberField({ id, value, min, max, step = 1, words, onChange }: Props) {
  // Input that is unfinished or invalid stays in the field when the page renders again.
  const [typed, setTyped] = useState<string | null>(null)
  const [isInvalid, setIsInvalid] = useState(false)
  const { say, format } = words
  return (
    <>
      <input
        type="number"
        class="input"
        inputMode="numeric"
        id={id}
        min={min}
        max={max}
        step={step}
        value={typed ?? value}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}-wrong` : `${id}-about`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget: { valueAsNumber: n } }) => {
          const isValid = Number.isInteger(n) && n >= min && n <= max
          setIsInvalid(!isValid)
          if (isValid) setTyped(null)
          if (isValid && n !== value) onChange(n)
        }}
      />
      <small class="wrong" id={`${id}-wrong`} role="alert">
        {isInvalid && say('number.bounds', { least: format.count(min), most: format.count(max) })}
      </small>
    </>
  )
}
