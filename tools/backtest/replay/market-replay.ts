import { pairName } from '../../../src/market/pair.ts'
import { dataGapMs } from '../../../src/detect/settings.ts'
import type { Tick } from '../../../src/market/tick.ts'
import type { PairSides } from '../input/pair-of-name.ts'
import { eventTimes } from '../judge/announcement.ts'
import { closeSecond, createOnsetWatch, watchPrice, type OnsetWatch } from '../judge/onset.ts'
import { tiersReached, type RecordedRun } from '../judge/recorded-run.ts'
import { createAlertBook, recordAlerts, type AlertBook } from './alert-book.ts'
import type { Detector } from './detector.ts'
import type { ReplaySettings } from './replay-settings.ts'

/** Replays frames of many pairs' tickers to a detector, as a venue's stream or poll delivers them. */
export interface MarketReplay {
  readonly detector: Detector
  readonly settings: ReplaySettings
  readonly book: AlertBook
  readonly pairs: Map<string, ReplayedPair>
  from: number
  now: number
}

interface ReplayedPair {
  readonly pair: string
  readonly coin: string
  readonly onsetWatch: OnsetWatch
  from: number
  to: number
}

/** A replay from a cold start. */
export function createMarketReplay(detector: Detector, settings: ReplaySettings): MarketReplay {
  return { detector, settings, book: createAlertBook(), pairs: new Map(), from: Infinity, now: -Infinity }
}

/** Registers a pair with the detector; required before its first tick, idempotent. */
export function addPair({ detector, pairs, settings }: MarketReplay, symbol: string, sides: PairSides): void {
  if (pairs.has(symbol)) return
  detector.list([{ type: 'symbol', symbol, ...sides, state: 'trading' }])
  const onsetWatch = createOnsetWatch(eventTimes(settings.announcements, sides.base))
  pairs.set(symbol, { pair: pairName(sides), coin: sides.base, onsetWatch, from: Infinity, to: -Infinity })
}

/**
 * Replays one frame.
 *
 * @param at ms UTC, later than the frame before
 * @param usual ms between frames of this recording. A pause of up to twice that is filled with empty frames, as
 * real streams go on; a longer one is a gap in the recording and reaches the detector as one.
 */
export function playFrame(replay: MarketReplay, ticks: readonly Tick[], at: number, usual: number): void {
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
export function runsOf({ pairs, book, settings, from }: MarketReplay): RecordedRun[] {
  return [...pairs.values()].map((seen) => {
    closeSecond(seen.onsetWatch)
    return {
      venue: settings.venue,
      pair: seen.pair,
      coin: seen.coin,
      recordedFrom: from,
      covered: { from: seen.from, to: seen.to },
      reached: tiersReached(book.alerts.filter(({ pair }) => pair === seen.pair)),
      onsets: seen.onsetWatch.announcements.map(
        (at, index) => [at, seen.onsetWatch.onsets[index] ?? null] as const,
      ),
    }
  })
}

function send(replay: MarketReplay, ticks: readonly Tick[], at: number): void {
  recordAlerts(replay.book, replay.detector.ticks(ticks, at), at)
  replay.now = at
}
