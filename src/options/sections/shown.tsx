import { Field } from '../form/field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { PairList } from '../form/pair-list.tsx'
import type { Part } from '../part.ts'
import { QuoteList } from '../form/quote-list.tsx'
import { Section } from './section.tsx'

/** More than any pair turns over in a day, USD. */
const MOST_TURNOVER = 1e9

/** Which pairs appear in list, badge and notifications. */
export function Shown(part: Part) {
  const { settings, words, change } = part
  const { say } = words
  return (
    <Section name="shown" words={words} about={say('shown.about')}>
      <div class="form">
        <Field name={say('turnover')} of="turnover" about={say('turnover.about')}>
          <NumberField
            id="turnover"
            value={settings.leastTurnoverUsd}
            least={0}
            most={MOST_TURNOVER}
            step={10_000}
            words={words}
            onNumber={(leastTurnoverUsd) => change(say('turnover'), { leastTurnoverUsd }, true)}
          />
          <span>USD</span>
        </Field>
        <QuoteList {...part} />
        <PairList {...part} list="watch" />
        <PairList {...part} list="ignore" />
      </div>
    </Section>
  )
}
