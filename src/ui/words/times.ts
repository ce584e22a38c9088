/** The farthest time from 1970, in either direction, that a `Date` can hold, ms (ECMA-262, 21.4.1.1). */
const maxTime = 8.64e15

/** Stands for a number or a time that is none: a damaged profile may hold any. */
export const unknown = '–'

/** Whether a number can be a price, an amount, a count or a change: what the gate lets in is smaller. */
export const isFigure = (n: number): boolean => Math.abs(n) <= 1e18

/** Whether a number is a time, ms UTC: formatters and `toISOString` throw for any other. */
export const isTime = (at: number): boolean => Math.abs(at) <= maxTime

/** The time (ms UTC) in ISO 8601, e.g. `2018-07-04T04:03:00.000Z`; empty where it is none. */
export const isoText = (at: number): string => (isTime(at) ? new Date(at).toISOString() : '')
