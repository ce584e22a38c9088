import { useRef } from 'preact/hooks'
import type { QuietHours } from '../../shared/settings/settings.ts'
import { Switch } from '../../ui/form/switch.tsx'
import { FormField } from './form-field.tsx'
import { localZone } from './time-zones.ts'
import { minutesOf, timeOf } from './time-of-day.ts'
import type { OptionsWords } from '../words.ts'
import { ZoneSelect } from './zone-select.tsx'

interface Props {
  readonly quiet: QuietHours | null
  readonly words: OptionsWords
  /** Wall clock (ms): UTC offsets change with daylight saving time. */
  readonly now: number
  readonly onQuiet: (quiet: QuietHours | null) => void
}

/** The hours in which notifications are held back. */
export function QuietHoursFields({ quiet, words, now, onQuiet }: Props) {
  const { say } = words
  // Switching off and on again restores the hours.
  const last = useRef(quiet ?? { from: 23 * 60, to: 7 * 60, timeZone: localZone(), dangerExempt: true })
  if (quiet) last.current = quiet
  const shown = last.current
  const set = (part: Partial<QuietHours>) => onQuiet({ ...shown, ...part })
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
      <FormField name={say('quiet')}>
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
      </FormField>
      <FormField name={say('quiet.danger')} controlId="quiet-danger" about={say('quiet.danger.about')}>
        <input
          type="checkbox"
          id="quiet-danger"
          aria-describedby="quiet-danger-about"
          disabled={!quiet}
          checked={shown.dangerExempt}
          onChange={({ currentTarget }) => set({ dangerExempt: currentTarget.checked })}
        />
      </FormField>
    </>
  )
}
