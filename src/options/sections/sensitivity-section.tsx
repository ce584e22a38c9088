import { useId, useRef } from 'preact/hooks'
import type { SensitivityChoice } from '../../shared/settings/settings.ts'
import { ChoiceCard } from '../../ui/form/choice-card.tsx'
import type { SectionProps } from './section-props.ts'
import { PreviewBox } from '../preview/preview-box.tsx'
import { Section } from './section.tsx'
import { ShiftSlider } from '../form/shift-slider.tsx'
import { usePreviews, type FetchPreview } from '../preview/use-previews.ts'

const namedKinds = ['quiet', 'balanced', 'sensitive'] as const

interface Props extends SectionProps {
  /** Wall clock (ms). */
  readonly now: number
  readonly fetchPreview: FetchPreview
}

/** How unusual a market must be for an alert, with the number of alerts each choice would have given. */
export function SensitivitySection({ settings, words, change, now, fetchPreview }: Props) {
  const { say } = words
  const { sensitivity } = settings
  const previews = usePreviews(settings, fetchPreview)
  const group = useId()
  // Choosing Custom again restores the slider's position.
  const shift = useRef(0)
  if (sensitivity.kind === 'custom') shift.current = sensitivity.shift
  const choose = (next: SensitivityChoice, isStep = false) =>
    change(say('section.sensitivity'), { sensitivity: next }, isStep)
  const count = (kind: SensitivityChoice['kind']) => {
    const preview = previews[kind]
    return preview && preview.since !== null
      ? say('preview.notifications', { n: preview.notifications })
      : '–'
  }
  const card = (kind: SensitivityChoice['kind'], next: SensitivityChoice) => (
    <ChoiceCard
      type="radio"
      name={group}
      title={say(kind === 'custom' ? 'sensitivity.custom' : `sensitivity.${kind}`)}
      checked={sensitivity.kind === kind}
      onChange={() => choose(next)}
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
          {namedKinds.map((kind) => card(kind, { kind }))}
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
        isLoading={!(sensitivity.kind in previews)}
      />
    </Section>
  )
}
