import { tiers, type Tier } from '../../market/tier.ts'
import type { NotificationRules } from '../../shared/settings/settings.ts'
import { Segments } from '../../ui/form/segments.tsx'
import { Switch } from '../../ui/form/switch.tsx'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import { Field } from '../form/field.tsx'
import { NumberField } from '../form/number-field.tsx'
import type { Part } from '../part.ts'
import { QuietHours } from '../form/quiet-hours.tsx'
import { Section } from './section.tsx'

const MOST_PER_HOUR = 60

interface Props extends Part {
  /** Wall clock, ms. */
  readonly now: number
}

/** When and how desktop notifications come. */
export function Notifications({ settings: { notifications: rules }, words, change, now }: Props) {
  const { say } = words
  const set = (what: string, part: Partial<NotificationRules>, fold = false) =>
    change(what, { notifications: { ...rules, ...part } }, fold)
  const least = [
    ...tiers.map((tier) => ({
      value: tier,
      text: (
        <>
          <TierIcon tone={tier} />
          {say(`tier.${tier}`)}
        </>
      ),
    })),
    { value: 'none' as const, text: say('least.none') },
  ]
  const toggle = (key: 'digest' | 'sound') => (
    <Field name={say(key)} of={key} about={say(`${key}.about`)}>
      <Switch
        id={key}
        on={rules[key]}
        about={`${key}-about`}
        onSwitch={(on) => set(say(key), { [key]: on })}
      />
    </Field>
  )
  return (
    <Section name="notifications" words={words} about={say('notifications.about')}>
      <div class="form">
        <Field name={say('least')} about={say('least.about')}>
          <Segments<Tier | 'none'>
            segments={least}
            value={rules.least ?? 'none'}
            onChoose={(value) => set(say('least'), { least: value === 'none' ? null : value })}
          />
        </Field>
        <QuietHours
          quiet={rules.quiet}
          {...{ words, now }}
          onQuiet={(quiet) => set(say('quiet'), { quiet })}
        />
        {toggle('digest')}
        <Field name={say('hourly')} of="hourly" about={say('hourly.about')}>
          <NumberField
            id="hourly"
            value={rules.hourlyMost}
            least={1}
            most={MOST_PER_HOUR}
            words={words}
            onNumber={(hourlyMost) => set(say('hourly'), { hourlyMost }, true)}
          />
          <span>{say('hourly.unit')}</span>
        </Field>
        {toggle('sound')}
      </div>
    </Section>
  )
}
