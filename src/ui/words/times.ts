/** The farthest time from 1970, in either direction, that a `Date` can hold, ms (ECMA-262, 21.4.1.1). */
const maxTime = 8.64e15

/** Stands for a time that is none: a venue, or a damaged profile, may hold any number. */
export const unknownTime = '–'

/** Whether a number is a time, ms UTC: formatters and `toISOString` throw for any other. */
export const isTime = (at: number): boolean => Math.abs(at) <= maxTime

/** The time (ms UTC) in ISO 8601, e.g. `2018-07-04T04:03:00.000Z`; empty where it is none. */
export const isoText = (at: number): string => (isTime(at) ? new Date(at).toISOString() : '')
