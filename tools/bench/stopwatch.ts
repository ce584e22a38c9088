/** Processor time (µs) spent on two ways of doing the same, in turns: what disturbs one disturbs the other. */
export interface Stopwatch {
  ours: number
  floor: number
}

/** Does both on the same input, the floor first in every second turn. */
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

/** Processor time rather than the clock's: others may want the machine too. Garbage collection counts. */
function costOf<T>(way: (input: T) => void, input: T): number {
  const begin = process.cpuUsage()
  way(input)
  const { user, system } = process.cpuUsage(begin)
  return user + system
}
