import { tiers, type Tier } from '../../market/tier.ts'
import type { NotificationRules } from '../../shared/settings/settings.ts'
import { SegmentedControl } from '../../ui/form/segmented-control.tsx'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import { FormField } from '../form/form-field.tsx'
import { type NotificationActions, NotificationCheck } from '../form/notification-check.tsx'
import { PairRuleList } from '../form/pair-rule-list.tsx'
import { NumberField } from '../form/number-field.tsx'
import { ToggleField } from '../form/toggle-field.tsx'
import type { SectionProps } from './section-props.ts'
import { QuietHoursFields } from '../form/quiet-hours-fields.tsx'
import { Section } from './section.tsx'

const maxPerHour = 60

interface Props extends SectionProps {
  /** Wall clock (ms). */
  readonly now: number
  readonly check: NotificationActions
}

/** When and how desktop notifications are shown. */
export function NotificationsSection({ now, check, ...props }: Props) {
  const { settings, words, change } = props
  const { notifications: rules } = settings
  const { say } = words
  const set = (what: string, part: Partial<NotificationRules>, isStep = false) =>
    change(what, { notifications: { ...rules, ...part } }, isStep)
  const tierOptions = [
    ...tiers.map((tier) => ({
      value: tier,
      text: (
        <>
          <TierIcon tier={tier} />
          {say(`tier.${tier}`)}
        </>
      ),
    })),
    { value: 'none' as const, text: say('least.none') },
  ]
  const toggle = (key: 'digest' | 'sound') => (
    <ToggleField
      id={key}
      name={say(key)}
      about={say(`${key}.about`)}
      on={rules[key]}
      onSwitch={(on) => set(say(key), { [key]: on })}
    />
  )
  return (
    <Section name="notifications" words={words} about={say('notifications.about')}>
      <div class="form">
        <FormField name={say('least')} about={say('least.about')}>
          <SegmentedControl<Tier | 'none'>
            options={tierOptions}
            value={rules.least ?? 'none'}
            onChange={(value) => set(say('least'), { least: value === 'none' ? null : value })}
          />
        </FormField>
        <QuietHoursFields
          quiet={rules.quiet}
          {...{ words, now }}
          onQuiet={(quiet) => set(say('quiet'), { quiet })}
        />
        {toggle('digest')}
        <FormField name={say('hourly')} controlId="hourly" about={say('hourly.about')}>
          <NumberField
            id="hourly"
            value={rules.hourlyMost}
            min={1}
            max={maxPerHour}
            words={words}
            onChange={(hourlyMost) => set(say('hourly'), { hourlyMost }, true)}
          />
          <span>{say('hourly.unit')}</span>
        </FormField>
        {toggle('sound')}
        <PairRuleList {...props} />
        <NotificationCheck {...check} sound={rules.sound} words={words} />
      </div>
    </Section>
  )
}
