import type { Episode } from '../../market/episode.ts'
import { worthOf } from '../pair/day-turnover.ts'
import type { Engine } from '../engine-state.ts'
import type { Measurement, Scored } from '../score/measurement.ts'
import type { Print } from '../pair/observe.ts'
import type { RecordingState, PairState } from '../pair/pair-state.ts'
import type { OfficialStatus } from '../episode/official-status.ts'
import { sensitivityShift } from '../sensitivity.ts'
import { againMs, settleMs } from '../settings.ts'
import type { RecordedPair } from './recorded-event.ts'

// What is noted must not go by the sensitivity at which the engine runs, nor by its cards: it has to serve any
// other. A pair is followed as long as an episode of it may run at any setting.

/** The most sensitive setting that notes serve, in log odds (`Engine.shift`). */
export const minRecordedShift = sensitivityShift.sensitive

const tooWeak = { logit: -Infinity, feed: 'tape', confirmed: false, ceiling: null, evidence: [] } as const

/** Trades and tickers of a pair may lag so far (ms) behind each other. */
const slackMs = 60_000

/** Notes what was measured of a pair, where any card may go by it. */
export function recordMeasurement(engine: Engine, pair: PairState, look: Measurement): void {
  const { recordedEvents } = engine
  if (!recordedEvents) return
  const { scored, seen, at } = look
  const isWeak = scored !== null && !isTellable(engine, scored)
  if (seen.length > 0 || (scored && !isWeak)) {
    const from = [...seen, ...(scored && !isWeak ? [scored] : [])].map((sighting) => sighting.from.at)
    noteSign(pair, at, Math.min(at, ...from))
  } else if (!pair.recording || !isTold(pair.recording, look, isWeak)) return
  const noted = pair.recording
  if (noted && scored) noted.weak = isWeak
  // The look that finds it over is noted too: it is the one that ends the episode.
  if (noted && !mayRun(noted, at)) noted.open = false
  recordedEvents.push({
    kind: 'measurement',
    pair: stepPair(engine, pair),
    measurement: isWeak ? weakened(look) : look,
  })
}

/** Of a weak score nothing but that it was one. */
function weakened({ at, price, seen }: Measurement): Measurement {
  const scored: Scored = { ...tooWeak, from: { at, price } }
  return { at, price, scored, seen }
}

/** A weak score of a pair at rest is told once: it ends a strong one's persistence. */
function isTold(noted: RecordingState, { scored }: Measurement, isWeak: boolean): boolean {
  return noted.open || (scored !== null && isWeak && !noted.weak)
}

export function recordStrayPrint(engine: Engine, pair: PairState, print: Print, at: number): void {
  if (!engine.recordedEvents) return
  noteSign(pair, at, at)
  engine.recordedEvents.push({ kind: 'stray-print', pair: stepPair(engine, pair), print, at })
}

export function recordPriceLevel(engine: Engine, { symbol }: PairState, at: number): void {
  engine.recordedEvents?.push({ kind: 'price-level', symbol, at })
}

/** Notes what the market as a whole told; its line and evidence are for those who look. */
export function recordMarketEpisodes(engine: Engine, changed: readonly Episode[]): void {
  for (const episode of changed) {
    const line = { values: [episode.lastPrice], stepMs: 1, start: 0 }
    engine.recordedEvents?.push({ kind: 'market-wide', episode: { ...episode, evidence: [], line } })
  }
}

export function recordCoinsSold(engine: Engine, sold: number, drawn: readonly PairState[], at: number): void {
  if (!engine.recordedEvents) return
  const noted = drawn.filter((pair) => pair.recording?.open)
  for (const pair of noted) noteSign(pair, at, at)
  engine.recordedEvents.push({ kind: 'coins-sold', sold, drawn: noted.map(({ symbol }) => symbol), at })
}

export function recordOfficialStatus(engine: Engine, said: OfficialStatus): void {
  const acts = [...engine.pairs.values()].some(({ recording }) => recording?.open)
  engine.recordedEvents?.push({ kind: 'official-status', status: said, acts, at: engine.at })
}

export function recordPhases(engine: Engine, at: number): void {
  if (!engine.recordedEvents) return
  const open = [...engine.pairs.values()].flatMap(({ recording }) => (recording?.open ? recording : []))
  if (open.length === 0) return
  for (const noted of open) noted.open = mayRun(noted, at)
  engine.recordedEvents.push({ kind: 'phases', at })
}

/** Whether an episode of the pair may run at any setting: what runs at this one runs anyway. */
export function isNoted(pair: PairState): boolean {
  return pair.episode !== null || pair.recording?.open === true
}

function noteSign(pair: PairState, at: number, from: number): void {
  const { recording } = pair
  const goesOn = recording !== null && (recording.open || at - recording.at <= againMs)
  const since = goesOn ? Math.min(recording.since, from) : from
  pair.recording = { since, at, open: true, weak: recording?.weak ?? true }
}

/** `phaseOf` has settled every episode by then: none began before `since` or showed itself after `at`. */
function mayRun(noted: RecordingState, at: number): boolean {
  return at - noted.at < slackMs + settleMs + (at - noted.since) / 3
}

function isTellable({ model }: Engine, { logit, feed }: Scored): boolean {
  const { thresholds } = model.feeds[feed]
  return logit >= Math.min(...Object.values(thresholds)) + minRecordedShift
}

function stepPair(engine: Engine, pair: PairState): RecordedPair {
  const { symbol, base, quote } = pair
  const openedAt = Math.max(engine.openedAt, pair.openedAt)
  return { symbol, base, quote, openedAt, worth: worthOf(engine, pair) }
}
