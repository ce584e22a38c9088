import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { plan } from '../../backtest/input/plan.ts'
import { replayAll } from '../../backtest/replay/replay-all.ts'
import { fullSize } from '../bench-size.ts'
import type { Benchmark } from '../benchmark.ts'
import { floorOfRecording } from './recording-floor.ts'
import { recordedCandles, recordedTrades, type Recording } from './recording.ts'
import { costOf } from '../stopwatch.ts'

const settings = { venue: 'binance', sensitivity: 'balanced', confirm: true, announcements: [] } as const

/** Processor time of a replay in one thread relative to reading the same file (recording-floor.ts), alternated. */
async function ratiosOf(recording: Recording, rounds: number, warmUp: number): Promise<number[]> {
  const ratios: number[] = []
  try {
    const jobs = await plan(recording.file, null, () => undefined)
    const replay = async () => {
      let rows = 0
      for await (const { reading } of replayAll(jobs, settings, 1)) rows += reading.rows
      if (rows === 0) throw new Error('Nothing was replayed')
    }
    for (let round = 0; round < warmUp + rounds; round++) {
      const floor = await costOf(floorOfRecording, recording.file)
      const ours = await costOf(replay, undefined)
      if (round >= warmUp) ratios.push(ours / floor)
    }
  } finally {
    recording.remove()
  }
  return ratios
}

const shared = fileURLToPath(new URL('../../../../shared/data', import.meta.url))

/** A recording of a real market where it lies beside the repository, else a generated one. */
function recordingOf(name: string, isReal: boolean, generate: () => Recording): Recording {
  const file = `${shared}${name}`
  return isReal && existsSync(file) ? { file, remove: () => undefined } : generate()
}

/** Cost of replaying the trades of one pair: tickers made of them, frames in between, following and judging. */
export const backtestTrades: Benchmark = {
  id: 'backtest-trades',
  unit: 'ratio',
  goal: 6,
  better: 'lower',
  measure({ pairs, rounds, warmUp }) {
    const generate = () => recordedTrades(20 * pairs)
    return ratiosOf(
      recordingOf('pump-trades/BRD_2019-10-03_14.59.csv.gz', pairs === fullSize.pairs, generate),
      rounds,
      warmUp,
    )
  },
}

/** Cost of replaying bars of a hundred pairs: sorting them by time, tickers made of them, and the market as a whole. */
export const backtestCandles: Benchmark = {
  id: 'backtest-candles',
  unit: 'ratio',
  goal: 3,
  better: 'lower',
  measure({ pairs, rounds, warmUp }) {
    const generate = () => recordedCandles(100, pairs / 5)
    const name = 'candles/binance-3m-flashcrash_2023-08-17_18.csv.gz'
    return ratiosOf(recordingOf(name, pairs === fullSize.pairs, generate), rounds, warmUp)
  },
}
