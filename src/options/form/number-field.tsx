import { useState } from 'preact/hooks'
import type { OptionsWords } from '../words.ts'

interface Props {
  readonly id: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step?: number
  readonly words: OptionsWords
  readonly onNumber: (value: number) => void
}

/** A whole number within bounds. What is out of them is said, not saved. */
export function NumberField({ id, value, least, most, step = 1, words, onNumber }: Props) {
  // What is being typed, or cannot be saved, stays in the field whatever else is drawn anew.
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const { say, format } = words
  return (
    <>
      <input
        type="number"
        class="input"
        inputMode="numeric"
        id={id}
        min={least}
        max={most}
        step={step}
        value={typed ?? value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : `${id}-about`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget: { valueAsNumber: n } }) => {
          const sound = Number.isInteger(n) && n >= least && n <= most
          setWrong(!sound)
          if (sound) setTyped(null)
          if (sound && n !== value) onNumber(n)
        }}
      />
      <small class="wrong" id={`${id}-wrong`} role="alert">
        {wrong && say('number.bounds', { least: format.count(least), most: format.count(most) })}
      </small>
    </>
  )
}
