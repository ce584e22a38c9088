/** Listed before all others: the likely choices of this product's users. */
const commonZones = ['Asia/Tokyo', 'UTC']

/**
 * IANA names to choose from: the device's zone, common ones and the chosen one (`near`), then all others.
 *
 * @param chosen listed even where this browser does not know it
 */
export function timeZones(chosen: string): {
  readonly near: readonly string[]
  readonly all: readonly string[]
} {
  const near = [...new Set([localZone(), ...commonZones, chosen])]
  return { near, all: Intl.supportedValuesOf('timeZone').filter((zone) => !near.includes(zone)) }
}

/** The device's time zone. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A zone with its UTC offset at that time (ms): `Asia/Tokyo, UTC+9`; the name alone where the zone is unknown. */
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
