import { pairName } from '../../../src/market/pair.ts'
import { dataGapMs } from '../../../src/detect/settings.ts'
import type { Tick } from '../../../src/market/tick.ts'
import { createBarMoves, type BarMoves, watchCloses } from '../census/bar-moves.ts'
import type { CensusRun } from '../census/census-run.ts'
import { addAlarms, createNearMoves, type NearMoves, watchPrices, withoutMove } from '../census/near-move.ts'
import type { PairSides } from '../input/pair-of-name.ts'
import { eventTimes } from '../judge/announcement.ts'
import { closeSecond, createOnsetWatch, watchPrice, type OnsetWatch } from '../judge/onset.ts'
import { tiersReached } from '../judge/recorded-run.ts'
import { createAlertBook, recordAlerts, type AlertBook } from './alert-book.ts'
import type { Detector } from './detector.ts'
import type { ReplaySettings } from './replay-settings.ts'

/** Replays frames of many pairs' tickers to a detector, as a venue's stream or poll delivers them. */
export interface MarketReplay {
  readonly detector: Detector
  readonly settings: ReplaySettings
  readonly book: AlertBook
  readonly pairs: Map<string, ReplayedPair>
  readonly moves: BarMoves
  from: number
  now: number
  /** Length of a bar, ms. */
  barMs: number
}

/** The prices of one pair in a frame: of a poll all three are the same. */
export interface FramePrices {
  readonly symbol: string
  readonly high: number
  readonly low: number
  readonly close: number
}

interface ReplayedPair {
  readonly pair: string
  readonly coin: string
  readonly onsetWatch: OnsetWatch
  readonly near: NearMoves
  from: number
  to: number
}

/** A replay from a cold start. */
export function createMarketReplay(detector: Detector, settings: ReplaySettings): MarketReplay {
  return {
    detector,
    settings,
    book: createAlertBook(),
    pairs: new Map(),
    moves: createBarMoves(),
    from: Infinity,
    now: -Infinity,
    barMs: 0,
  }
}

/** Registers a pair with the detector; required before its first tick, idempotent. */
export function addPair({ detector, pairs, settings }: MarketReplay, symbol: string, sides: PairSides): void {
  if (pairs.has(symbol)) return
  detector.list([{ type: 'symbol', symbol, ...sides, state: 'trading' }])
  const onsetWatch = createOnsetWatch(eventTimes(settings.announcements, sides.base))
  const near = createNearMoves(1)
  pairs.set(symbol, {
    pair: pairName(sides),
    coin: sides.base,
    onsetWatch,
    near,
    from: Infinity,
    to: -Infinity,
  })
}

/**
 * Replays one frame.
 *
 * @param prices what the recording says of each pair, whether or not it traded
 * @param at ms UTC, later than the frame before
 * @param usual ms between frames of this recording. A pause of up to twice that is filled with empty frames, as
 * real streams go on; a longer one is a gap in the recording and reaches the detector as one.
 */
export function playFrame(
  replay: MarketReplay,
  ticks: readonly Tick[],
  prices: readonly FramePrices[],
  at: number,
  usual: number,
): void {
  replay.barMs = usual
  if (at - replay.now <= 2 * usual) {
    // As few frames as keep the pause from being a gap: their spacing tells the engine what feed it has.
    const step = usual / Math.ceil(usual / dataGapMs)
    for (let quiet = replay.now + step; quiet < at; quiet += step) send(replay, [], quiet)
  }
  replay.from = Math.min(replay.from, at)
  for (const { symbol, last } of ticks) {
    const seen = replay.pairs.get(symbol)
    if (seen) watchPrice(seen.onsetWatch, at, last)
  }
  watchCloses(replay.moves, at, prices)
  for (const { symbol, high, low } of prices) {
    const seen = replay.pairs.get(symbol)
    if (seen) watchPrices(seen.near, { at, high, low })
  }
  send(replay, ticks, at)
}

/** Marks that the recording covers a pair at `at`, whether or not it traded. */
export function markCovered(replay: MarketReplay, symbol: string, at: number): void {
  const seen = replay.pairs.get(symbol)
  if (!seen) return
  seen.from = Math.min(seen.from, at)
  seen.to = Math.max(seen.to, at)
}

/** The data `judge` needs of each pair. */
export function runsOf({ pairs, book, settings, from, moves, barMs }: MarketReplay): CensusRun[] {
  return [...pairs].map(([symbol, seen]) => {
    closeSecond(seen.onsetWatch)
    const said = book.alerts.filter(({ pair }) => pair === seen.pair)
    return {
      venue: settings.venue,
      pair: seen.pair,
      coin: seen.coin,
      recordedFrom: from,
      covered: { from: seen.from, to: seen.to },
      reached: tiersReached(said),
      onsets: seen.onsetWatch.announcements.map(
        (at, index) => [at, seen.onsetWatch.onsets[index] ?? null] as const,
      ),
      moves: moves.found.get(symbol) ?? [],
      said,
      still: withoutMove(seen.near),
      turns: [],
      barMs,
    }
  })
}

function send(replay: MarketReplay, ticks: readonly Tick[], at: number): void {
  const told = replay.book.alerts.length
  recordAlerts(replay.book, replay.detector.ticks(ticks, at), at)
  for (const alert of replay.book.alerts.slice(told)) {
    const seen = replay.pairs.get(alert.pair?.replace('/', '') ?? '')
    if (seen) addAlarms(seen.near, [alert])
  }
  replay.now = at
}
