import type { Hour, SoakReport } from './soak.ts'

/** What is asked of a run. */
const limits = {
  /** Heap at the end against that at hour 2, when every part has its size. */
  heapRatio: 1.05,
  /** Of `storage.local`, which browsers limit to 10 MB: half of it. */
  localBytes: 5e6,
  /** Of the database: the recording has 32 MB of its own, engines and histories less. */
  databaseBytes: 60e6,
} as const

const warmHour = 2

/** A run as one object. */
export function summaryOf({ hours, perHour, expected, told, double }: SoakReport) {
  const last = perHour.at(-1)
  return {
    hours,
    heapRatio: Math.round(heapRatioOf(perHour) * 1000) / 1000,
    storedBytes: last ? last.stored.local + last.stored.database : 0,
    expected,
    told,
    double,
  }
}

/** Heap at the end against that at hour 2; of a shorter run, against that of its first look. */
function heapRatioOf(perHour: readonly Hour[]): number {
  const warm = perHour.find(({ hour }) => hour >= warmHour) ?? perHour[0]
  const last = perHour.at(-1)
  return warm && last ? last.heapBytes / warm.heapBytes : 1
}

/** What is wrong with a run, a line each. */
export function wrongIn(report: SoakReport): readonly string[] {
  const { perHour, wrong } = report
  const ratio = heapRatioOf(perHour)
  const most = (of: (hour: Hour) => number) => Math.max(0, ...perHour.map(of))
  const local = most(({ stored }) => stored.local)
  const database = most(({ stored }) => stored.database)
  return [
    ...wrong,
    ...(ratio > limits.heapRatio ? [`the heap grew to ${ratio.toFixed(3)} of that at hour ${warmHour}`] : []),
    ...(local > limits.localBytes ? [`${local} bytes in storage.local`] : []),
    ...(database > limits.databaseBytes ? [`${database} bytes in the database`] : []),
  ]
}
