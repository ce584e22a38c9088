/** A time (ms UTC) as ISO 8601 with microseconds. */
export const isoMicros = (at: number): string => new Date(at).toISOString().replace('Z', '000Z')
