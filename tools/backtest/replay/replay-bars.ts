import type { Tick } from '../../../src/market/tick.ts'
import { barsByTime } from '../input/bars-by-time.ts'
import type { BarFrame } from '../input/merge-runs.ts'
import type { Bar } from '../input/bar.ts'
import type { PairSides } from '../input/pair-of-name.ts'
import type { Job } from '../input/plan.ts'
import { readerOf } from '../input/reader-of.ts'
import { createReading, drop, rowsOf, type Reading } from '../input/rows-of.ts'
import { createDetector } from './create-detector.ts'
import {
  addPair,
  createMarketReplay,
  type FramePrices,
  markCovered,
  playFrame,
  runsOf,
} from './market-replay.ts'
import type { ReplayResult } from './replay-result.ts'
import { addTraded, createWindow, tickOf, type RollingWindow } from './rolling-window.ts'
import type { ReplaySettings } from './replay-settings.ts'

const minutesPerHour = 60

/**
 * Replays bars of many pairs to a cold engine: after each bar length, the tickers of the pairs that traded, with
 * the rolling statistics of the last hour (or of one bar where bars are longer).
 */
export async function replayBars(
  job: Job,
  settings: ReplaySettings,
  detector = createDetector(settings),
): Promise<ReplayResult> {
  const reading = createReading()
  const replay = createMarketReplay(detector, settings)
  const windows = new Map<string, RollingWindow>()
  const { length, frames } = await barsByTime(barsOf(job, reading))
  const minutes = Math.max(minutesPerHour, Math.ceil(length / 60_000))
  for await (const frame of frames) {
    const closes = frame.at + length
    const ticks: Tick[] = []
    const prices: FramePrices[] = []
    for (const bar of onePerPair(frame, reading)) {
      const sides = sidesOf(bar.pair)
      const symbol = `${sides.base}${sides.quote}`
      addPair(replay, symbol, sides)
      markCovered(replay, symbol, closes)
      prices.push({ symbol, high: bar.high, low: bar.low, close: bar.close })
      if (bar.baseVolume === 0) continue
      let window = windows.get(symbol)
      if (!window) windows.set(symbol, (window = createWindow(minutes)))
      addTraded(window, frame.at, tradedOf(bar))
      const tick = tickOf(window, symbol, closes)
      if (tick) ticks.push(tick)
    }
    playFrame(replay, ticks, prices, closes, length)
  }
  return { runs: runsOf(replay), alerts: replay.book.alerts, reading }
}

/** The bars of a frame, one of each pair: daily and monthly files of the same market may overlap. */
function* onePerPair(frame: BarFrame, reading: Reading): Generator<Bar> {
  let last = ''
  for (const bar of frame.bars) {
    if (bar.pair !== last) yield bar
    else drop(reading, `${bar.pair} at ${new Date(bar.at).toISOString()}, a second bar`)
    last = bar.pair
  }
}

function tradedOf({ open, high, low, close, baseVolume, quoteVolume, count }: Bar) {
  // Without recorded turnover: the volume at the bar's middle price.
  const quote = Number.isNaN(quoteVolume) ? (baseVolume * (open + high + low + close)) / 4 : quoteVolume
  return { open, high, low, close, base: baseVolume, quote, count }
}

function sidesOf(pair: string): PairSides {
  const at = pair.indexOf('/')
  return { base: pair.slice(0, at), quote: pair.slice(at + 1) }
}

/** The bars of a job, file after file. */
export async function* barsOf({ files }: Job, reading: Reading): AsyncGenerator<readonly Bar[]> {
  for (const { file, pair } of files) {
    const { headed, reader } = await readerOf(file, 'bars')
    yield* rowsOf(file, headed, reader(pair ? `${pair.base}/${pair.quote}` : ''), reading)
  }
}
