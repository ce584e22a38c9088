import type { ChartModel } from './model.ts'
import { signsOf } from './lane.ts'
import { laneValue, signLabel } from './lane-words.ts'
import type { TimeSpan } from './grid.ts'
import type { PriceFormatter } from '../price-format.ts'
import type { DetailsWords } from '../words.ts'

/** One figure of the chart in words. */
export interface ChartFigure {
  readonly what: string
  readonly value: string
  readonly when: string
}

/** The content of the chart as text, for those who cannot see it. Times are local. */
export function chartFigures(
  words: DetailsWords,
  model: ChartModel,
  formatPrice: PriceFormatter,
): readonly ChartFigure[] {
  return [
    ...priceFigures(words, model, formatPrice),
    ...laneFigures(words, model),
    ...spanFigures(words, model),
  ]
}

function priceFigures(
  words: DetailsWords,
  model: ChartModel,
  formatPrice: PriceFormatter,
): readonly ChartFigure[] {
  const { say, format } = words
  const when = (slot: number) => format.clock(model.grid.from + slot * model.grid.intervalMs)
  const bars = model.bars.flatMap((bar, slot) => (bar ? [{ ...bar, slot }] : []))
  const isMarket = model.episode?.symbol === null
  const points = model.line.flatMap((value, slot) =>
    value === null ? [] : [{ open: value, high: value, low: value, close: value, baseVolume: 0, slot }],
  )
  const shown = bars.length > 0 ? bars : points
  const [first] = shown
  const last = shown.at(-1)
  if (!first || !last) return []
  const write = (value: number) => formatPrice(isMarket ? 1 + value : value)
  const highest = shown.reduce((a, b) => (b.high > a.high ? b : a))
  const lowest = shown.reduce((a, b) => (b.low < a.low ? b : a))
  const largest = shown.reduce((a, b) => ((b.baseVolume ?? 0) > (a.baseVolume ?? 0) ? b : a))
  return [
    { what: say('figures.first'), value: write(first.open), when: when(first.slot) },
    { what: say('figures.highest'), value: write(highest.high), when: when(highest.slot) },
    { what: say('figures.lowest'), value: write(lowest.low), when: when(lowest.slot) },
    { what: say('figures.lastBar'), value: write(last.close), when: when(last.slot) },
    ...(model.hasVolume && largest.baseVolume !== null
      ? [{ what: say('figures.volume'), value: format.count(largest.baseVolume), when: when(largest.slot) }]
      : []),
  ]
}

function laneFigures(words: DetailsWords, { lanes, grid, episode }: ChartModel): readonly ChartFigure[] {
  if (!episode) return []
  return lanes.flatMap(signsOf).map((lane) => {
    // Of a fall the lowest, though its figure is the smallest.
    const points = lane.points.flatMap((point) => point ?? [])
    const largest = points.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0)
    const at = grid.from + lane.points.indexOf(largest) * grid.intervalMs
    return {
      what: words.say('figures.lane', { sign: signLabel(words, lane, episode) }),
      value: laneValue(words, lane, largest, episode),
      when: words.format.clock(at),
    }
  })
}

function spanFigures({ say, format }: DetailsWords, { halts, gaps }: ChartModel): readonly ChartFigure[] {
  const figure = (what: string, { from, to }: TimeSpan): ChartFigure => ({
    what,
    value: format.length(to - from),
    when: say('figures.span', { from: format.clock(from), to: format.clock(to) }),
  })
  return [
    ...halts.map((halt) => figure(say('figures.halt'), halt)),
    ...gaps.map((gap) => figure(say('figures.gap'), gap)),
  ]
}
