import { useRef } from 'preact/hooks'
import type { QuietHours as Quiet } from '../../shared/settings/settings.ts'
import { Switch } from '../../ui/form/switch.tsx'
import { Field } from './field.tsx'
import { localZone } from './time-zones.ts'
import { minutesOf, timeOf } from './time-of-day.ts'
import type { OptionsWords } from '../words.ts'
import { ZoneSelect } from './zone-select.tsx'

interface Props {
  readonly quiet: Quiet | null
  readonly words: OptionsWords
  /** Wall clock, ms: zones move with the season. */
  readonly now: number
  readonly onQuiet: (quiet: Quiet | null) => void
}

/** The hours in which notifications wait. */
export function QuietHours({ quiet, words, now, onQuiet }: Props) {
  const { say } = words
  // Switched off and on again, the hours are those the trader had.
  const last = useRef(quiet ?? { from: 23 * 60, to: 7 * 60, timeZone: localZone(), dangerExempt: true })
  if (quiet) last.current = quiet
  const shown = last.current
  const set = (part: Partial<Quiet>) => onQuiet({ ...shown, ...part })
  const time = (end: 'from' | 'to') => (
    <input
      type="time"
      class="input"
      required
      aria-label={say(`quiet.${end}`)}
      disabled={!quiet}
      value={timeOf(shown[end])}
      onChange={({ currentTarget }) => {
        const minutes = minutesOf(currentTarget.value)
        if (minutes === null) currentTarget.value = timeOf(shown[end])
        else set({ [end]: minutes })
      }}
    />
  )
  return (
    <>
      <Field name={say('quiet')}>
        <Switch on={quiet !== null} label={say('quiet')} onSwitch={(on) => onQuiet(on ? shown : null)} />
        <span class="span">
          {time('from')}
          <span aria-hidden="true">–</span>
          {time('to')}
        </span>
        <ZoneSelect
          zone={shown.timeZone}
          disabled={!quiet}
          {...{ words, now }}
          onZone={(timeZone) => set({ timeZone })}
        />
      </Field>
      <Field name={say('quiet.danger')} of="quiet-danger" about={say('quiet.danger.about')}>
        <input
          type="checkbox"
          id="quiet-danger"
          aria-describedby="quiet-danger-about"
          disabled={!quiet}
          checked={shown.dangerExempt}
          onChange={({ currentTarget }) => set({ dangerExempt: currentTarget.checked })}
        />
      </Field>
    </>
  )
}
