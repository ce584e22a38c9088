import { useState } from 'preact/hooks'
import type { OptionsWords } from '../words.ts'

/** Log odds to either side of Balanced: e² is about 7 times the odds. */
const WIDEST = 2
const STEP = 0.1

interface Props {
  /** Log odds added to every threshold: positive is quieter. */
  readonly shift: number
  readonly words: OptionsWords
  readonly onShift: (shift: number) => void
}

/** The sensitivity as the trader's own step from Balanced. */
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
          min={-WIDEST}
          max={WIDEST}
          step={STEP}
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

/** A step of log odds as people read it: 0.7 asks for twice the odds, −0.7 for half of them. */
function shiftWords({ say, format }: OptionsWords, shift: number): string {
  if (Math.abs(shift) < STEP / 2) return say('sensitivity.same')
  return say('sensitivity.times', { times: format.multiple(Math.exp(shift)) })
}
