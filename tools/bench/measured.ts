import type { Figure } from './figure.ts'

/** A figure as it is reported. */
export interface Measured extends Pick<Figure, 'id' | 'unit' | 'goal' | 'better'> {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** The middle and the ends of a figure's rounds. */
export function measuredOf({ id, unit, goal, better }: Figure, rounds: readonly number[]): Measured {
  const sorted = rounds.toSorted((a, b) => a - b)
  const short = (value: number | undefined) => Number((value ?? NaN).toPrecision(4))
  const [median, min, max] = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map(short)
  return { id, median: median!, min: min!, max: max!, unit, goal, better }
}

/** For people: a line a figure. */
export function table(measured: readonly Measured[]): string {
  const lines = measured.map(({ id, median, min, max, unit, goal }) => {
    const mark = median <= goal ? '✓' : '✗'
    return `${mark} ${id.padEnd(20)} ${String(median).padStart(8)} (${min} – ${max}) ${unit}, goal ${goal}\n`
  })
  return lines.join('')
}
