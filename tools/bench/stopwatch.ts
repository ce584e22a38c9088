import type { BenchSize } from './bench-size.ts'

/** Processor time (µs) of two ways of doing the same, alternated so that disturbances hit both. */
export interface Stopwatch {
  ours: number
  floor: number
}

/**
 * Ours by the floor, one ratio a round; those of the warm-up are left out.
 *
 * @param time times both in one round, by `timeBoth`
 */
export function ratioPerRound(
  { rounds, warmUp }: Pick<BenchSize, 'rounds' | 'warmUp'>,
  time: (watch: Stopwatch) => void,
): number[] {
  const ratios = Array.from({ length: warmUp + rounds }, () => {
    const watch: Stopwatch = { ours: 0, floor: 0 }
    time(watch)
    return watch.ours / watch.floor
  })
  return ratios.slice(warmUp)
}

/** Runs both on the same input, the floor first in every second turn. */
export function timeBoth<T>(
  watch: Stopwatch,
  turn: number,
  input: T,
  ours: (input: T) => void,
  floor: (input: T) => void,
): void {
  if (turn % 2 === 0) watch.floor += syncCostOf(floor, input)
  watch.ours += syncCostOf(ours, input)
  if (turn % 2 === 1) watch.floor += syncCostOf(floor, input)
}

/** Processor time rather than the clock's, since other processes run too. Garbage collection counts. */
function syncCostOf<T>(way: (input: T) => void, input: T): number {
  const begin = process.cpuUsage()
  way(input)
  return since(begin)
}

/** As above, of a way that waits: for files, for threads that unpack them. */
export async function costOf<T>(way: (input: T) => Promise<unknown>, input: T): Promise<number> {
  const begin = process.cpuUsage()
  await way(input)
  return since(begin)
}

function since(begin: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begin)
  return user + system
}
