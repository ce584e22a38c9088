import type { Episode } from '../../market/episode.ts'
import { isSameStatus, type OfficialStatus, saysNothing } from '../cases/official-status.ts'
import { turnoverWorthOf } from '../pair/usual/day-turnover.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { StrayPrice } from '../pair/observe.ts'
import type { PairState, RecordingState } from '../pair/pair-state.ts'
import type { CoinsSold } from '../rules/key-abuse.ts'
import type { Measurement, Scored } from '../score/measurement.ts'
import type { Scoring } from '../score/scoring.ts'
import { sensitivityShift } from '../sensitivity.ts'
import { longestQuietMs, settleFallenMs } from '../episode/phase-settings.ts'
import { sameEventMs } from '../settings.ts'
import type { RecordedEvent, RecordedPair, RecordedStatus } from './recorded-event.ts'

// What is recorded must depend neither on the sensitivity at which the engine runs nor on its episodes: it has
// to serve any other. A pair is recorded for as long as an episode of it may run at any setting.

/** What is recorded of, and into. */
export interface Recording {
  readonly data: MarketData
  readonly scoring: Pick<Scoring, 'model'>
  readonly recordedEvents: RecordedEvent[] | null
  recordedStatus: RecordedStatus | null
}

/** The most sensitive setting that records serve, log odds (`Scoring.shift`). */
export const minRecordedShift = sensitivityShift.sensitive

const tooWeak = { logit: -Infinity, feed: 'tape', confirmed: false, ceiling: null, evidence: [] } as const

/** A status that lasts is recorded again after so much market time, ms. */
const restateMs = 600_000

/** Trades and tickers of a pair may lag this far (ms) behind each other. */
const lagMs = 60_000

/** Records what was measured of a pair, where any episode may go by it. */
export function recordMeasurement(engine: Recording, pair: PairState, measurement: Measurement): void {
  const { recordedEvents } = engine
  if (!recordedEvents) return
  const { scored, detections, at } = measurement
  const isWeak = scored !== null && !isReportable(engine.scoring, scored)
  if (detections.length > 0 || (scored && !isWeak)) {
    const from = [...detections, ...(scored && !isWeak ? [scored] : [])].map((sign) => sign.from.at)
    openRecording(pair, at, Math.min(at, ...from))
  } else if (!pair.recording || !isRecorded(pair.recording, measurement, isWeak)) return
  const { recording } = pair
  if (recording && scored) recording.weak = isWeak
  // The measurement that finds it over is recorded too: it is the one that ends the episode.
  if (recording && !mayRun(recording, at)) recording.open = false
  recordedEvents.push({
    kind: 'measurement',
    pair: recordedPair(engine.data, pair),
    measurement: isWeak ? weakened(measurement) : measurement,
  })
}

/** Of a weak score only that it was one. */
function weakened({ at, price, detections }: Measurement): Measurement {
  const scored: Scored = { ...tooWeak, from: { at, price } }
  return { at, price, scored, detections }
}

/** A weak score of a pair at rest is recorded once: it ends the persistence of a strong one. */
function isRecorded(recording: RecordingState, { scored }: Measurement, isWeak: boolean): boolean {
  return recording.open || (scored !== null && isWeak && !recording.weak)
}

export function recordStrayPrint(engine: Recording, pair: PairState, print: StrayPrice, at: number): void {
  if (!engine.recordedEvents) return
  openRecording(pair, at, at)
  engine.recordedEvents.push({ kind: 'stray-print', pair: recordedPair(engine.data, pair), print, at })
}

export function recordPriceLevel({ recordedEvents }: Recording, { symbol }: PairState, at: number): void {
  recordedEvents?.push({ kind: 'price-level', symbol, at })
}

/** Records the episodes of the market as a whole, without their price line and evidence. */
export function recordMarketEpisodes({ recordedEvents }: Recording, changed: readonly Episode[]): void {
  for (const episode of changed) {
    const line = { values: [episode.lastPrice], stepMs: 1, start: 0 }
    recordedEvents?.push({ kind: 'market-wide', episode: { ...episode, evidence: [], line } })
  }
}

export function recordCoinsSold({ recordedEvents }: Recording, { sold, drawn }: CoinsSold, at: number): void {
  if (!recordedEvents) return
  const recorded = drawn.filter((pair) => pair.recording?.open)
  for (const pair of recorded) openRecording(pair, at, at)
  recordedEvents.push({ kind: 'coins-sold', sold, drawn: recorded.map(({ symbol }) => symbol), at })
}

/**
 * Records a status that may act on an episode, as it is applied once a second: not one that says nothing, again, nor
 * the same one while no episode may run, but for a restatement from time to time, as the oldest chunks are pruned.
 */
export function recordOfficialStatus(recording: Recording, status: OfficialStatus): void {
  const { recordedEvents, recordedStatus, data } = recording
  if (!recordedEvents) return
  const { pairs, at } = data
  const acts = [...pairs.values()].some((pair) => pair.recording?.open)
  if (recordedStatus && isSameStatus(recordedStatus.status, status)) {
    if (saysNothing(status)) return
    if (!acts && at - recordedStatus.at < restateMs) return
    const last = recordedEvents.at(-1)
    if (last?.kind === 'official-status' && last.at === at) return
  }
  recording.recordedStatus = { status, at }
  recordedEvents.push({ kind: 'official-status', status, acts, at })
}

export function recordPhases({ recordedEvents, data: { pairs } }: Recording, at: number): void {
  if (!recordedEvents) return
  const open = [...pairs.values()].flatMap(({ recording }) => (recording?.open ? recording : []))
  if (open.length === 0) return
  for (const recording of open) recording.open = mayRun(recording, at)
  recordedEvents.push({ kind: 'phases', at })
}

function openRecording(pair: PairState, at: number, from: number): void {
  const { recording } = pair
  const goesOn = recording !== null && (recording.open || at - recording.at <= sameEventMs)
  const since = goesOn ? Math.min(recording.since, from) : from
  pair.recording = { since, at, open: true, weak: recording?.weak ?? true }
}

/** False once every episode has settled, also one that never rests episode: none began before `since` or showed itself after `at`. */
function mayRun(recording: RecordingState, at: number): boolean {
  return at - recording.at < lagMs + longestQuietMs + settleFallenMs + (at - recording.since) / 3
}

function isReportable({ model }: Pick<Scoring, 'model'>, { logit, feed }: Scored): boolean {
  const { thresholds } = model.feeds[feed]
  return logit >= Math.min(...Object.values(thresholds)) + minRecordedShift
}

function recordedPair(data: MarketData, pair: PairState): RecordedPair {
  const { symbol, base, quote } = pair
  const openedAt = Math.max(data.openedAt, pair.openedAt)
  return { symbol, base, quote, openedAt, worth: turnoverWorthOf(data, pair) }
}
