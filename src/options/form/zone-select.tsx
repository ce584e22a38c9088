import { useMemo } from 'preact/hooks'
import { timeZones, zoneText } from './time-zones.ts'
import type { OptionsWords } from '../words.ts'

interface Props {
  /** IANA name. */
  readonly zone: string
  readonly disabled: boolean
  readonly words: OptionsWords
  /** Wall clock (ms): UTC offsets change with daylight saving time. */
  readonly now: number
  readonly onZone: (zone: string) => void
}

const dayMs = 86_400_000

/** All time zones the browser knows, likely ones first. */
export function ZoneSelect({ zone, disabled, words: { say }, now, onZone }: Props) {
  const day = Math.floor(now / dayMs)
  // About four hundred names: rendered once a day, not every second.
  const options = useMemo(() => {
    const { near, all } = timeZones(zone)
    const option = (name: string, text: string) => (
      <option key={name} value={name}>
        {text}
      </option>
    )
    return (
      <>
        {near.map((name) => option(name, zoneText(name, day * dayMs)))}
        <optgroup label={say('quiet.zones')}>{all.map((name) => option(name, name))}</optgroup>
      </>
    )
  }, [zone, day, say])
  return (
    <select
      class="input"
      aria-label={say('quiet.zone')}
      disabled={disabled}
      value={zone}
      onChange={({ currentTarget }) => onZone(currentTarget.value)}
    >
      {options}
    </select>
  )
}
