/** What a trader of this product most likely wants, before the long list. */
const usual = ['Asia/Tokyo', 'UTC']

/**
 * IANA names to choose from: the device's own first, then the usual ones, then all others.
 *
 * @param chosen kept on the list even where this browser does not know it
 */
export function timeZones(chosen: string): {
  readonly near: readonly string[]
  readonly all: readonly string[]
} {
  const near = [...new Set([localZone(), ...usual, chosen])]
  return { near, all: Intl.supportedValuesOf('timeZone').filter((zone) => !near.includes(zone)) }
}

/** The device's own time zone. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A zone with its present distance from UTC, e.g. `Asia/Tokyo, UTC+9`; the name alone where it is unknown. */
export function zoneText(zone: string, at: number): string {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      timeZoneName: 'shortOffset',
    }).formatToParts(at)
    const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC')
    return offset === undefined || zone === 'UTC' ? zone : `${zone}, ${offset.replace('-', '\u2212')}`
  } catch {
    return zone
  }
}
