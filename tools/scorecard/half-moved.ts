import { barsByTime } from '../backtest/input/bars-by-time.ts'
import type { Job } from '../backtest/input/plan.ts'
import { createReading } from '../backtest/input/rows-of.ts'
import { barsOf } from '../backtest/replay/replay-bars.ts'

const windowMs = 600_000
const movedBy = 0.02

interface Close {
  readonly at: number
  readonly price: number
}

/**
 * How long half of the pairs had moved by 2 % within ten minutes, all in one direction, at the alert.
 *
 * @param moments times of alerts, ms UTC, at the end of a bar
 * @returns minutes, one per moment; 0 where the alert came first
 */
export async function minutesHalfMoved(job: Job, moments: readonly number[]): Promise<readonly number[]> {
  const { length, frames } = await barsByTime(barsOf(job, createReading()))
  const closes = new Map<string, Close[]>()
  const found: number[] = []
  let since: number | null = null
  for await (const { at: opened, bars } of frames) {
    const at = opened + length
    for (const { pair, close } of bars) {
      const known = closes.get(pair) ?? []
      known.push({ at, price: close })
      closes.set(pair, known)
    }
    const returns = [...closes.values()].map((known) => returnOf(known, at))
    const share = (sign: number) => returns.filter((one) => sign * one > movedBy).length / returns.length
    since = Math.max(share(1), share(-1)) >= 0.5 ? (since ?? at) : null
    if (moments.includes(at)) found.push((at - (since ?? at)) / 60_000)
  }
  return found
}

/** The log return of the window that ends at `at`; closes before it are dropped except the last. */
function returnOf(known: Close[], at: number): number {
  while (known.length > 1 && known[1]!.at <= at - windowMs) known.shift()
  return Math.log(known.at(-1)!.price / known[0]!.price)
}
