import { through } from '../generated/plot.ts'
import { japan } from './story.ts'

/** One hour of SYS/BTC: prices in satoshi, volume in millions of SYS, closes of its twelve five-minute bars. */
interface Hour {
  readonly hour: number
  readonly open: number
  readonly close: number
  readonly volume: number
  /** Fraction of the way from open to close at the end of each five minutes. */
  readonly way: readonly number[]
}

const even = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((step) => step / 12)

const hours: readonly Hour[] = [
  { hour: 2, open: 3355, close: 3350, volume: 1.5, way: even },
  { hour: 3, open: 3350, close: 3320, volume: 1, way: [0.2, 0.5, 0.7, 1, 1.2, 1, 0.9, 1.1, 1, 1, 1, 1] },
  {
    hour: 4,
    open: 3331,
    close: 4271,
    volume: 14.2,
    way: [0.02, 0.06, 0.12, 0.16, 0.27, 0.36, 0.4, 0.55, 0.62, 0.74, 0.88, 1],
  },
  {
    hour: 5,
    open: 4277,
    close: 8319,
    volume: 47.5,
    way: [0.03, 0, 0.08, 0.16, 0.24, 0.33, 0.49, 0.68, 0.62, 0.8, 1.16, 1],
  },
  {
    hour: 6,
    open: 8305,
    close: 13896,
    volume: 46.4,
    way: [0.1, 0.26, -0.28, 0.2, 0.58, 0.74, 0.92, 1.22, 1.36, 1.02, 1.18, 1],
  },
  {
    hour: 7,
    open: 14336,
    close: 6294,
    volume: 41.7,
    way: [-0.02, 0.14, 0.1, 0.36, 0.62, 1.02, 0.86, 0.7, 0.92, 0.8, 0.96, 1],
  },
  {
    hour: 8,
    open: 6313,
    close: 4645,
    volume: 52.7,
    way: [-0.12, -0.34, 0.1, 0.42, 0.7, 1.1, 0.88, 1.14, 0.98, 1.2, 1.06, 1],
  },
  {
    hour: 9,
    open: 4595,
    close: 3480,
    volume: 14,
    way: [0.14, 0.28, 0.42, 0.57, 0.71, 0.86, 1, 1, 1, 1, 1, 1],
  },
]

const points: (readonly [number, number])[] = hours.flatMap(({ hour, open, close, way }) => [
  [japan(hour), open] as const,
  ...way.slice(0, 11).map((part, i) => [japan(hour, 5 * (i + 1)), open + (close - open) * part] as const),
])
points.push([japan(10), 3480], [japan(17), 3500], [japan(17, 5), 3480])
// The climb begins at 04:03, not at the full hour.
points.push([japan(4, 3), 3334])
points.sort((a, b) => a[0] - b[0])

const logs = through(points.map(([at, satoshi]) => [at, Math.log(satoshi / 1e8)]))

/** BTC per SYS at a market time. */
export const sysPrice = (at: number): number => Math.exp(logs(at))

/** Turnover of SYS per hour at a market time, BTC. */
export function sysTurnover(at: number): number {
  const volume =
    at < japan(4, 3) ? 1 : at >= japan(17) ? 8 : (hours.find(({ hour }) => at < japan(hour + 1))?.volume ?? 1)
  return volume * 1e6 * sysPrice(at)
}
