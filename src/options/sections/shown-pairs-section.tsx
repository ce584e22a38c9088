import { FormField } from '../form/form-field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { PairList } from '../form/pair-list.tsx'
import type { SectionProps } from './section-props.ts'
import { QuoteList } from '../form/quote-list.tsx'
import { Section } from './section.tsx'

/** More than the daily turnover of any pair (USD). */
const maxTurnoverUsd = 1e9

/** Which pairs appear in the popup's list, the badge and notifications. */
export function ShownPairsSection(props: SectionProps) {
  const { settings, words, change } = props
  const { say } = words
  return (
    <Section name="shown" words={words} about={say('shown.about')}>
      <div class="form">
        <FormField name={say('turnover')} controlId="turnover" about={say('turnover.about')}>
          <NumberField
            id="turnover"
            value={settings.leastTurnoverUsd}
            min={0}
            max={maxTurnoverUsd}
            step={10_000}
            words={words}
            onChange={(leastTurnoverUsd) => change(say('turnover'), { leastTurnoverUsd }, true)}
          />
          <span>USD</span>
        </FormField>
        <QuoteList {...props} />
        <PairList {...props} list="watch" />
        <PairList {...props} list="ignore" />
      </div>
    </Section>
  )
}
