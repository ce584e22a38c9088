import type { Tick } from '../../../src/market/tick.ts'
import { UsageError } from '../../command-line.ts'
import type { Job } from '../input/plan.ts'
import type { Poll } from '../input/poll.ts'
import { readerOf } from '../input/reader-of.ts'
import { createReading, drop, rowsOf, type Reading } from '../input/rows-of.ts'
import { createDetector } from './create-detector.ts'
import { markCovered, createMarketReplay, addPair, playFrame, runsOf } from './market-replay.ts'
import type { ReplayResult } from './replay-result.ts'
import type { ReplaySettings } from './replay-settings.ts'

const minuteMs = 60_000
const pollQuote = 'BTC'

/** Replays the polls of a whole venue to a cold engine: 24-h tickers of all coins, a minute apart. */
export async function replayPolls(
  { files }: Job,
  settings: ReplaySettings,
  detector = createDetector(settings),
): Promise<ReplayResult> {
  const reading = createReading()
  const replay = createMarketReplay(detector, settings)
  for (const { file } of files) {
    const start = await startOf(file)
    for await (const polls of wholePolls(file, reading)) {
      const at = start + (polls[0]?.poll ?? 0) * minuteMs
      const ticks = polls.map((poll) => tickOfPoll(poll, at))
      polls.forEach(({ coin }, index) => {
        const symbol = ticks[index]?.symbol ?? ''
        addPair(replay, symbol, { base: coin, quote: pollQuote })
        markCovered(replay, symbol, at)
      })
      const prices = ticks.map(({ symbol, last }) => ({ symbol, high: last, low: last, close: last }))
      playFrame(replay, ticks, prices, at, minuteMs)
    }
  }
  return { runs: runsOf(replay), alerts: replay.book.alerts, reading }
}

function tickOfPoll({ coin, last, bid, ask, volume24h }: Poll, at: number): Tick {
  return {
    type: 'tick',
    symbol: `${coin}${pollQuote}`,
    base: coin,
    quote: pollQuote,
    at,
    last,
    quoteVolume: volume24h,
    ...(bid > 0 ? { bid } : {}),
    ...(ask > 0 ? { ask } : {}),
  }
}

/** Groups the rows of a poll. Polls out of order are dropped. */
async function* wholePolls(file: string, reading: Reading): AsyncGenerator<readonly Poll[]> {
  const { headed, reader } = await readerOf(file, 'polls')
  let poll: Poll[] = []
  for await (const batch of rowsOf(file, headed, reader(), reading)) {
    for (const row of batch) {
      const now = poll[0]?.poll ?? row.poll
      if (row.poll < now) {
        drop(reading, `${file}: poll ${row.poll} of ${row.coin} runs back in time`)
        continue
      }
      if (row.poll > now) {
        yield poll
        poll = []
      }
      poll.push(row)
    }
  }
  if (poll.length > 0) yield poll
}

/** Market time of poll 0, from the first row with the venue's time. */
async function startOf(file: string): Promise<number> {
  const { headed, reader } = await readerOf(file, 'polls')
  for await (const batch of rowsOf(file, headed, reader(), createReading())) {
    const dated = batch.find(({ exchangeTime }) => !Number.isNaN(exchangeTime))
    if (dated) return dated.exchangeTime - dated.poll * minuteMs
  }
  throw new UsageError(`${file}: no row has a readable exchange_time, so the time of the polls is unknown`)
}
