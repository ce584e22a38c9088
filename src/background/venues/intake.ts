import { openEpisodes } from '../../detect/cases/open-episodes.ts'
import { resumeEpisodes } from '../../detect/cases/resume-episodes.ts'
import { createEngine, type Engine } from '../../detect/engine-state.ts'
import { playInput } from '../../detect/play-input.ts'
import type { EngineInput, SpotPrice } from '../../detect/recording/engine-input.ts'
import { tradeFeedStateOf } from '../../detect/take-trades.ts'
import { movedBy } from '../../detect/episode/move-episode.ts'
import type { Contract } from '../../market/contract.ts'
import type { Derivative, Liquidation } from '../../market/derivative.ts'
import type { Episode } from '../../market/episode.ts'
import type { Listing, ListingState } from '../../market/pair.ts'
import type { Candle } from '../../market/row.ts'
import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import { isEpisode } from '../../shared/storage/is-episode.ts'
import { createFrameClock, withoutFutureTicks } from './frame-time.ts'
import type { VenueEvents } from './venue-events.ts'

/** Passes one venue's market data to its engine. */
export interface Intake {
  engine: Engine
  /**
   * Takes one frame of the feed `source`; returns whether its time was plausible.
   *
   * @param observedAt when the venue sent the frame, by its own clock, ms UTC; absent: only the rows tell
   * @param isRound each row came in an answer of its own
   */
  takeFrame(ticks: readonly Tick[], source: string, observedAt?: number, isRound?: boolean): boolean
  /** Whether a 24-h ticker has given young pairs their averages. */
  readonly seeded: boolean
  /** Takes such a ticker, once. */
  seed(ticks: readonly Tick[]): void
  takeListings(list: readonly Listing[]): void
  /** Takes the contracts of a perpetual market. */
  takeContracts(list: readonly Contract[]): void
  /** Takes marks, indices, funding and open interest. */
  takeDerivatives(rows: readonly Derivative[]): void
  takeLiquidations(rows: readonly Liquidation[]): void
  /** Takes the prices of the same coins on the exchange's spot market, by symbol of the contract. */
  takeSpot(prices: readonly SpotPrice[]): void
  /** Takes what the same coins' contracts stand at on other exchanges. */
  takePeers(prices: readonly SpotPrice[]): void
  takeBackfill(symbol: string, trades: readonly Trade[]): void
  takeTrades(symbol: string, trades: readonly Trade[]): void
  /** Takes one-minute candles of a young pair. */
  takeHistory(symbol: string, candles: readonly Candle[]): void
  /** The pair's trades arrive from now on: earlier ones are missing until they are back-filled. */
  markMissed(symbol: string): void
  /** The connection that carried the pair's trades is gone. */
  loseTrades(symbol: string): void
  /** The pair's trades are not wanted any more. */
  dropTrades(symbol: string): void
  /** Whether the ticker shows trades of the pair that its stream did not bring. */
  isDeaf(symbol: string): boolean
  /** Symbols of the pairs that trade. */
  tradingSymbols(): readonly string[]
  /** Whether the venue's list has the pair, in one of these states; true while no list is known. */
  isListed(symbol: string, states: readonly ListingState[]): boolean
}

interface IntakeEvents extends Omit<VenueEvents, 'onRefusalChanged'> {
  /** The engine was replaced by one without market data: pairs and averages must be requested again. */
  onStartOver(): void
  /** Rows did not enter the engine: they were ahead of their frame, or older than what was known. */
  onDropped?(rows: number): void
}

/** What was requested is the past: a trade or a candle so old (ms) is of another clock. */
const maxPastMs = 30 * 86_400_000

/** A frame so much older (ms) than the newest comes from another market clock. */
const maxBackwardsMs = 600_000
/** An engine that takes no frame, so many in a row and for so long (ms of market time), is broken. */
const maxFailures = 3
const maxFailingMs = 5000

/** A fault of who looks on is no fault of the engine, and holds up no frame. */
function observe(look: () => void): void {
  try {
    look()
  } catch (error) {
    console.warn('Keiho could not record an input', error)
  }
}

export function createIntake(venue: string, restored: Engine | null, events: IntakeEvents): Intake {
  const clock = createFrameClock()
  let seeded = false
  /** Frames in a row that the engine could not take, and the market time of the first. */
  let failures = 0
  let failingSince = 0
  /** The venue's last list of pairs. */
  let listed: ReadonlyMap<string, ListingState> | null = null

  const recording = (engine: Engine) =>
    Object.assign(engine, { recordedEvents: events.onEventsRecorded ? [] : null })
  /** Hands the engine an input; whoever records hears of it before and after. */
  function feed(input: EngineInput): readonly Episode[] {
    const { engine } = intake
    observe(() => events.inputs?.before(engine, input))
    const changed = playInput(engine, input)
    observe(() => events.inputs?.after(engine, input))
    return changed
  }
  const report = (changed: readonly Episode[]) => {
    const recorded = intake.engine.recordedEvents?.splice(0) ?? []
    if (recorded.length > 0) events.onEventsRecorded?.(venue, recorded)
    if (changed.length > 0) events.onEpisodesChanged(venue, changed)
    const ignored = intake.engine.ignored
    intake.engine.ignored = 0
    if (ignored > 0) events.onDropped?.(ignored)
  }
  /** The rows that the market's time does not contradict; the others are counted. */
  function timely<T extends { readonly at: number }>(rows: readonly T[]): readonly T[] {
    const { at, spacing } = intake.engine.data
    const latest = clock.latestAt(at, Date.now(), spacing)
    const isTimely = (row: T) => row.at <= latest && (at === 0 || row.at > at - maxPastMs)
    const kept = rows.every(isTimely) ? rows : rows.filter(isTimely)
    if (kept.length < rows.length) events.onDropped?.(rows.length - kept.length)
    return kept
  }
  /** Trades in a row that the engine could not take, by pair: after so many the pair's tape begins anew. */
  const failedTrades = new Map<string, number>()
  function takePair(kind: 'trades' | 'backfill', symbol: string, rows: readonly Trade[]): void {
    const failed = (failedTrades.get(symbol) ?? 0) + 1
    failedTrades.set(symbol, failed)
    if (failed > maxFailures) feed({ kind: 'forgotten', symbol })
    report(feed({ kind, symbol, trades: timely(rows), at: intake.engine.data.at }))
    failedTrades.delete(symbol)
  }
  const marketAt = () => intake.engine.data.at
  /** Hands on what a perpetual market tells besides trading. Before its first ticker there is nothing to hold it against. */
  function feedContracts(input: EngineInput, rows: readonly unknown[]): void {
    if (rows.length > 0 && (input.kind === 'contracts' || marketAt() > 0)) report(feed(input))
  }
  function startOver(at: number): void {
    intake.engine = recording(startedOver(intake.engine, at))
    seeded = false
    events.onStartOver()
  }
  const intake: Intake = {
    engine: recording(restored ?? createEngine(venue)),
    takeFrame(ticks, source, observedAt = 0, isRound = false) {
      const frameAt =
        ticks.length === 0 ? null : clock.timeOf(ticks, intake.engine.data.at, Date.now(), isRound)
      if (frameAt === null) {
        if (ticks.length > 0) events.onDropped?.(ticks.length)
        return false
      }
      if (frameAt < intake.engine.data.at - maxBackwardsMs) startOver(frameAt)
      // Answers of one poll cycle may come out of order; every row has its own time.
      const at = Math.max(frameAt, intake.engine.data.at)
      const rows = withoutFutureTicks(ticks, Math.max(at, observedAt))
      if (rows.length < ticks.length) events.onDropped?.(ticks.length - rows.length)
      if (failures >= maxFailures && at - failingSince >= maxFailingMs) startOver(at)
      // Counts as a failure until it succeeds: what the engine throws goes to whoever handed the frame in.
      if (failures++ === 0) failingSince = at
      report(feed({ kind: 'frame', ticks: rows, at, source }))
      failures = 0
      events.onTicks(intake.engine, rows)
      return true
    },
    get seeded() {
      return seeded
    },
    seed(ticks) {
      if (seeded) return
      seeded = true
      feed({ kind: 'seed', ticks })
    },
    takeListings(list) {
      const states = new Map(list.map(({ symbol, state }) => [symbol, state]))
      listed = states
      report(feed({ kind: 'list', list }))
    },
    takeContracts: (list) => feedContracts({ kind: 'contracts', list }, list),
    takeDerivatives: (rows) =>
      feedContracts({ kind: 'derivatives', rows: timely(rows), at: marketAt() }, rows),
    takeLiquidations: (rows) =>
      feedContracts({ kind: 'liquidations', rows: timely(rows), at: marketAt() }, rows),
    takeSpot: (prices) => feedContracts({ kind: 'spot', prices, at: marketAt() }, prices),
    takePeers: (prices) => feedContracts({ kind: 'peers', prices, at: marketAt() }, prices),
    takeBackfill: (symbol, trades) => takePair('backfill', symbol, trades),
    takeTrades: (symbol, trades) => takePair('trades', symbol, trades),
    takeHistory(symbol, candles) {
      // Several venues send the newest first.
      const oldestFirst = timely(candles).toSorted((a, b) => a.at - b.at)
      feed({ kind: 'history', symbol, candles: oldestFirst })
    },
    markMissed: (symbol) => void feed({ kind: 'missed', symbol }),
    loseTrades: (symbol) => void feed({ kind: 'lost', symbol }),
    dropTrades: (symbol) => void feed({ kind: 'dropped', symbol }),
    isDeaf: (symbol) => tradeFeedStateOf(intake.engine, symbol) === 'deaf',
    tradingSymbols: () =>
      [...intake.engine.data.pairs.values()]
        .filter(({ listing }) => listing === 'trading')
        .map(({ symbol }) => symbol),
    isListed(symbol, states) {
      const state = listed?.get(symbol)
      return listed === null || (state !== undefined && states.includes(state))
    },
  }
  return intake
}

/** An empty engine for a market clock that stands at `at`. What the trader is warned of goes on, on that clock. */
function startedOver(before: Engine, at: number): Engine {
  const engine = createEngine(before.data.venue, before.scoring.shift)
  resumeEpisodes(
    engine,
    soundEpisodes(before).map((episode) => movedBy(episode, at - before.data.at)),
  )
  return engine
}

/** The open episodes, as far as an engine that may be broken can still tell them. */
function soundEpisodes(engine: Engine): readonly Episode[] {
  try {
    return openEpisodes(engine).filter(isEpisode)
  } catch {
    return []
  }
}
