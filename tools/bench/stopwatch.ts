/** Processor time (µs) of two ways of doing the same, alternated so that disturbances hit both. */
export interface Stopwatch {
  ours: number
  floor: number
}

/** Runs both on the same input, the floor first in every second turn. */
export function timeBoth<T>(
  watch: Stopwatch,
  turn: number,
  input: T,
  ours: (input: T) => void,
  floor: (input: T) => void,
): void {
  if (turn % 2 === 0) watch.floor += costOf(floor, input)
  watch.ours += costOf(ours, input)
  if (turn % 2 === 1) watch.floor += costOf(floor, input)
}

/** Processor time rather than the clock's, since other processes run too. Garbage collection counts. */
function costOf<T>(way: (input: T) => void, input: T): number {
  const begin = process.cpuUsage()
  way(input)
  const { user, system } = process.cpuUsage(begin)
  return user + system
}
