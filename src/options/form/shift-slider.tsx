import { useState } from 'preact/hooks'
import type { OptionsWords } from '../words.ts'

/** Largest shift from Balanced in either direction (log odds): e² is about 7 times the odds. */
const maxShift = 2
const shiftStep = 0.1

interface Props {
  /** Log odds added to every threshold: positive means fewer alerts. */
  readonly shift: number
  readonly words: OptionsWords
  readonly onShift: (shift: number) => void
}

/** A custom sensitivity, as a distance from Balanced. */
export function ShiftSlider({ shift, words, onShift }: Props) {
  const [dragged, setDragged] = useState<number | null>(null)
  const { say } = words
  const shown = dragged ?? shift
  return (
    <div class="shift">
      <label for="shift">{say('sensitivity.custom.level')}</label>
      <div class="slider">
        <span aria-hidden="true">{say('sensitivity.more')}</span>
        <input
          type="range"
          id="shift"
          min={-maxShift}
          max={maxShift}
          step={shiftStep}
          value={shown}
          aria-valuetext={shiftWords(words, shown)}
          onInput={({ currentTarget }) => setDragged(currentTarget.valueAsNumber)}
          onChange={({ currentTarget }) => {
            setDragged(null)
            onShift(currentTarget.valueAsNumber)
          }}
        />
        <span aria-hidden="true">{say('sensitivity.less')}</span>
      </div>
      <output for="shift">{shiftWords(words, shown)}</output>
    </div>
  )
}

/** A shift of log odds in words: 0.7 requires twice the odds, −0.7 half of them. */
function shiftWords({ say, format }: OptionsWords, shift: number): string {
  if (Math.abs(shift) < shiftStep / 2) return say('sensitivity.same')
  return say('sensitivity.times', { times: format.multiple(Math.exp(shift)) })
}
