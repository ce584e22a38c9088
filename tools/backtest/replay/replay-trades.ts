import { pairName } from '../../../src/market/pair.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { addAlarms, createNearMoves, watchPrices, withoutMove } from '../census/near-move.ts'
import { createTradeMoves, watchTrade } from '../census/trade-moves.ts'
import { addPhases, createTurns, endTurns, watchTurns } from '../census/turns.ts'
import type { Job } from '../input/plan.ts'
import { readerOf } from '../input/reader-of.ts'
import { createReading, drop, rowsOf, type Reading } from '../input/rows-of.ts'
import { eventTimes } from '../judge/announcement.ts'
import { closeSecond, createOnsetWatch, watchPrice } from '../judge/onset.ts'
import { tiersReached } from '../judge/recorded-run.ts'
import { createDetector } from './create-detector.ts'
import type { ReplayResult } from './replay-result.ts'
import type { ReplaySettings } from './replay-settings.ts'
import { endReplay, playTrade } from './play-trade.ts'
import { createTradeReplay } from './trade-replay.ts'

/** Replays the trades of one pair, in one file or in consecutive parts, to a cold engine. */
export async function replayTrades(
  { files }: Job,
  settings: ReplaySettings,
  detector = createDetector(settings, files[0]?.pair?.base),
): Promise<ReplayResult> {
  const sides = files[0]?.pair
  if (!sides) throw new Error('a job of trades without a pair')
  const symbol = `${sides.base}${sides.quote}`
  detector.list([{ type: 'symbol', symbol, ...sides, state: 'trading' }])
  const replay = createTradeReplay(detector, symbol, settings.confirm, settings.source)
  const events = eventTimes(settings.announcements, sides.base)
  const onsetWatch = createOnsetWatch(events)
  const moves = createTradeMoves()
  const near = createNearMoves(3)
  const turns = createTurns()
  const reading = createReading()
  let from = Infinity
  let to = -Infinity
  for (const { file } of files) {
    for await (const trades of tradesOf(file, symbol, reading)) {
      for (const trade of trades) {
        if (trade.at < to) {
          drop(reading, `${file}: the trade at ${new Date(trade.at).toISOString()} runs back in time`)
          continue
        }
        from = Math.min(from, trade.at)
        to = trade.at
        watchPrice(onsetWatch, trade.at, trade.price)
        watchTrade(moves, trade.at, trade.price, from)
        watchPrices(near, { at: trade.at, high: trade.price, low: trade.price })
        const told = replay.book.alerts.length
        playTrade(replay, trade)
        if (replay.book.alerts.length > told) {
          const alerts = replay.book.alerts.slice(told)
          addAlarms(near, alerts)
          // What was said until now, before the price of now.
          addPhases(turns, alerts, replay.book.begun)
        }
        watchTurns(turns, trade.at, trade.price)
      }
    }
  }
  const told = replay.book.alerts.length
  endReplay(replay)
  addPhases(turns, replay.book.alerts.slice(told), replay.book.begun)
  endTurns(turns)
  closeSecond(onsetWatch)
  const { alerts } = replay.book
  const run = {
    venue: settings.venue,
    pair: pairName(sides),
    coin: sides.base,
    recordedFrom: from,
    covered: { from, to },
    reached: tiersReached(alerts),
    onsets: events.map((at, index) => [at, onsetWatch.onsets[index] ?? null] as const),
    moves: moves.found,
    said: alerts,
    still: withoutMove(near),
    turns: turns.found,
    barMs: null,
  }
  return { runs: [run], alerts, reading }
}

async function* tradesOf(file: string, symbol: string, reading: Reading): AsyncGenerator<readonly Trade[]> {
  const { headed, reader } = await readerOf(file, 'trades')
  yield* rowsOf(file, headed, reader(symbol), reading)
}
