import { useId, useRef } from 'preact/hooks'
import type { SensitivityChoice } from '../../shared/settings/settings.ts'
import { ChoiceCard } from '../../ui/form/choice-card.tsx'
import type { Part } from '../part.ts'
import { PreviewBox } from './preview-box.tsx'
import { Section } from './section.tsx'
import { ShiftSlider } from '../form/shift-slider.tsx'
import { usePreviews, type AskPreview } from './use-previews.ts'

const named = ['quiet', 'balanced', 'sensitive'] as const

interface Props extends Part {
  /** Wall clock, ms. */
  readonly now: number
  readonly preview: AskPreview
}

/** How unusual a market must be, with what each choice would have done. */
export function Sensitivity({ settings, words, change, now, preview }: Props) {
  const { say } = words
  const { sensitivity } = settings
  const previews = usePreviews(settings, preview)
  const group = useId()
  // Coming back to Custom finds the slider where it was left.
  const shift = useRef(0)
  if (sensitivity.kind === 'custom') shift.current = sensitivity.shift
  const choose = (next: SensitivityChoice, fold = false) =>
    change(say('section.sensitivity'), { sensitivity: next }, fold)
  const count = (kind: SensitivityChoice['kind']) => {
    const known = previews[kind]
    return known && known.since !== null ? say('preview.notifications', { n: known.notifications }) : '–'
  }
  const card = (kind: SensitivityChoice['kind'], next: SensitivityChoice) => (
    <ChoiceCard
      type="radio"
      name={group}
      title={say(kind === 'custom' ? 'sensitivity.custom' : `sensitivity.${kind}`)}
      checked={sensitivity.kind === kind}
      onChoose={() => choose(next)}
    >
      <small>{say(kind === 'custom' ? 'sensitivity.custom.about' : `sensitivity.${kind}.about`)}</small>
      <small class="num">{count(kind)}</small>
    </ChoiceCard>
  )
  return (
    <Section name="sensitivity" words={words} about={say('sensitivity.explain')}>
      <fieldset class="sensitivity">
        <legend class="spoken">{say('section.sensitivity')}</legend>
        <div class="choices">
          {named.map((kind) => card(kind, { kind }))}
          {card('custom', { kind: 'custom', shift: shift.current })}
        </div>
      </fieldset>
      {sensitivity.kind === 'custom' && (
        <ShiftSlider
          shift={sensitivity.shift}
          words={words}
          onShift={(to) => choose({ kind: 'custom', shift: to }, true)}
        />
      )}
      <PreviewBox
        preview={previews[sensitivity.kind]}
        {...{ words, now }}
        asking={!(sensitivity.kind in previews)}
      />
    </Section>
  )
}
