import type { Mute } from '../../shared/storage/items.ts'
import { MuteList } from '../../ui/mutes/mute-list.tsx'
import { FormField } from '../form/form-field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { PairList } from '../form/pair-list.tsx'
import type { SectionProps } from './section-props.ts'
import { QuoteList } from '../form/quote-list.tsx'
import { Section } from './section.tsx'
import { venueName } from '../../shared/venue-name.ts'

/** More than the daily turnover of any pair (USD). */
const maxTurnoverUsd = 1e9

interface Props extends SectionProps {
  /** Those that have not ended. */
  readonly mutes: readonly Mute[]
  readonly onUnmute: (pair: Mute['pair']) => void
  /** Wall clock (ms), by the hour. */
  readonly now: number
}

/** Which pairs appear in the popup's list, the badge and notifications. */
export function ShownPairsSection({ mutes, onUnmute, now, ...props }: Props) {
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
        <FormField name={say('mutes')} about={mutes.length === 0 ? say('mutes.none') : say('mutes.about')}>
          {mutes.length > 0 && (
            <MuteList {...{ mutes, words, now, onUnmute }} venueName={(id) => venueName(id, words.lang)} />
          )}
        </FormField>
      </div>
    </Section>
  )
}
