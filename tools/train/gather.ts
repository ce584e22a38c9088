import { createEngine, type Engine } from '../../src/detect/engine-state.ts'
import { priceOf } from '../../src/detect/measure-pair.ts'
import { momentOf } from '../../src/detect/signs/moment.ts'
import type { PairState } from '../../src/detect/pair/pair-state.ts'
import { featureRow } from '../../src/detect/score/score.ts'
import { followMs } from '../../src/detect/settings.ts'
import type { Job } from '../backtest/input/plan.ts'
import type { RecordedRun } from '../backtest/judge/recorded-run.ts'
import { type Detector, detectorOf } from '../backtest/replay/detector.ts'
import { replayTrades } from '../backtest/replay/replay-trades.ts'
import type { ReplaySettings } from '../backtest/replay/replay-settings.ts'

/** Every moment of one recording that the engine scored. Plain data: passed between threads. */
export interface GatheredRun {
  readonly run: RecordedRun
  /** Market time of each moment, ms UTC, ascending. */
  readonly at: Float64Array
  /** 1 where a ticker frame caused it, 0 where a trade did. */
  readonly onFrame: Uint8Array
  /** 1 where the pair's trades were followed. */
  readonly followed: Uint8Array
  /** Moment by moment, one number per feature. */
  readonly values: Float32Array
}

/** Replays one recording as the worker would and records the inputs of the score, never its output. */
export async function gather(
  job: Job,
  settings: ReplaySettings,
  features: readonly string[],
): Promise<GatheredRun> {
  const engine = createEngine(settings.venue)
  const at: number[] = []
  const onFrame: number[] = []
  const followed: number[] = []
  const values: number[] = []
  const observe = (pair: PairState, now: number, isFrame: boolean) => {
    // The gate was open at this moment if it has just renewed the follow.
    if (pair.suspicion?.followUntil !== now + followMs) return
    const price = priceOf(pair)
    const usd = engine.data.usd[pair.quote ?? ''] ?? 1
    const moment = momentOf(pair, now, price, usd, engine.data.drift, engine.data.spacing)
    at.push(now)
    onFrame.push(isFrame ? 1 : 0)
    followed.push(moment.followed ? 1 : 0)
    values.push(...featureRow(features, moment))
  }
  const { runs } = await replayTrades(job, settings, watched(engine, observe))
  return {
    run: runs[0]!,
    at: Float64Array.from(at),
    onFrame: Uint8Array.from(onFrame),
    followed: Uint8Array.from(followed),
    values: Float32Array.from(values),
  }
}

function watched(engine: Engine, observe: (pair: PairState, at: number, isFrame: boolean) => void): Detector {
  const detector = detectorOf(engine)
  const lookAt = (symbol: string, at: number, isFrame: boolean) => {
    const pair = engine.data.pairs.get(symbol)
    if (pair) observe(pair, Math.max(at, pair.at, pair.tape?.at ?? 0), isFrame)
  }
  return {
    ...detector,
    ticks(ticks, at) {
      const changed = detector.ticks(ticks, at)
      for (const { symbol } of ticks) lookAt(symbol, at, true)
      return changed
    },
    trades(symbol, trades, at) {
      const changed = detector.trades(symbol, trades, at)
      lookAt(symbol, at, false)
      return changed
    },
    backfill(symbol, trades, at) {
      const changed = detector.backfill(symbol, trades, at)
      lookAt(symbol, at, false)
      return changed
    },
  }
}
