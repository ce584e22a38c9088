import type { Episode } from '../../market/episode.ts'
import { worthOf } from '../pair/day-turnover.ts'
import type { Engine } from '../engine-state.ts'
import type { Look, Scored } from '../score/measurement.ts'
import type { Print } from '../pair/observe.ts'
import type { Noted, PairState } from '../pair/pair-state.ts'
import type { Said } from '../episode/official-status.ts'
import { sensitivityShift } from '../sensitivity.ts'
import { againMs, settleMs } from '../settings.ts'
import type { StepPair } from './recorded-event.ts'

// What is noted must not go by the sensitivity at which the engine runs, nor by its cards: it has to serve any
// other. A pair is followed as long as an episode of it may run at any setting.

/** The most sensitive setting that notes serve, in log odds (`Engine.shift`). */
export const loudest = sensitivityShift.sensitive

const tooWeak = { logit: -Infinity, feed: 'tape', confirmed: false, ceiling: null, evidence: [] } as const

/** Trades and tickers of a pair may lag so far (ms) behind each other. */
const slackMs = 60_000

/** Notes what was measured of a pair, where any card may go by it. */
export function noteLook(engine: Engine, pair: PairState, look: Look): void {
  const { steps } = engine
  if (!steps) return
  const { scored, seen, at } = look
  const isWeak = scored !== null && !isTellable(engine, scored)
  if (seen.length > 0 || (scored && !isWeak)) {
    const from = [...seen, ...(scored && !isWeak ? [scored] : [])].map((sighting) => sighting.from.at)
    noteSign(pair, at, Math.min(at, ...from))
  } else if (!pair.noted || !isTold(pair.noted, look, isWeak)) return
  const noted = pair.noted
  if (noted && scored) noted.weak = isWeak
  // The look that finds it over is noted too: it is the one that ends the episode.
  if (noted && !mayRun(noted, at)) noted.open = false
  steps.push({ kind: 'look', pair: stepPair(engine, pair), look: isWeak ? weakened(look) : look })
}

/** Of a weak score nothing but that it was one. */
function weakened({ at, price, seen }: Look): Look {
  const scored: Scored = { ...tooWeak, from: { at, price } }
  return { at, price, scored, seen }
}

/** A weak score of a pair at rest is told once: it ends a strong one's persistence. */
function isTold(noted: Noted, { scored }: Look, isWeak: boolean): boolean {
  return noted.open || (scored !== null && isWeak && !noted.weak)
}

export function noteStray(engine: Engine, pair: PairState, print: Print, at: number): void {
  if (!engine.steps) return
  noteSign(pair, at, at)
  engine.steps.push({ kind: 'stray', pair: stepPair(engine, pair), print, at })
}

export function noteLevel(engine: Engine, { symbol }: PairState, at: number): void {
  engine.steps?.push({ kind: 'level', symbol, at })
}

/** Notes what the market as a whole told; its line and evidence are for those who look. */
export function noteMarket(engine: Engine, changed: readonly Episode[]): void {
  for (const episode of changed) {
    const line = { values: [episode.lastPrice], stepMs: 1, start: 0 }
    engine.steps?.push({ kind: 'market', episode: { ...episode, evidence: [], line } })
  }
}

export function noteSold(engine: Engine, sold: number, drawn: readonly PairState[], at: number): void {
  if (!engine.steps) return
  const noted = drawn.filter((pair) => pair.noted?.open)
  for (const pair of noted) noteSign(pair, at, at)
  engine.steps.push({ kind: 'sold', sold, drawn: noted.map(({ symbol }) => symbol), at })
}

export function noteSaid(engine: Engine, said: Said): void {
  const acts = [...engine.pairs.values()].some(({ noted }) => noted?.open)
  engine.steps?.push({ kind: 'said', said, acts, at: engine.at })
}

export function notePhases(engine: Engine, at: number): void {
  if (!engine.steps) return
  const open = [...engine.pairs.values()].flatMap(({ noted }) => (noted?.open ? noted : []))
  if (open.length === 0) return
  for (const noted of open) noted.open = mayRun(noted, at)
  engine.steps.push({ kind: 'phases', at })
}

/** Whether an episode of the pair may run at any setting: what runs at this one runs anyway. */
export function isNoted(pair: PairState): boolean {
  return pair.episode !== null || pair.noted?.open === true
}

function noteSign(pair: PairState, at: number, from: number): void {
  const { noted } = pair
  const goesOn = noted !== null && (noted.open || at - noted.at <= againMs)
  const since = goesOn ? Math.min(noted.since, from) : from
  pair.noted = { since, at, open: true, weak: noted?.weak ?? true }
}

/** `phaseOf` has settled every episode by then: none began before `since` or showed itself after `at`. */
function mayRun(noted: Noted, at: number): boolean {
  return at - noted.at < slackMs + settleMs + (at - noted.since) / 3
}

function isTellable({ model }: Engine, { logit, feed }: Scored): boolean {
  const { thresholds } = model.feeds[feed]
  return logit >= Math.min(...Object.values(thresholds)) + loudest
}

function stepPair(engine: Engine, pair: PairState): StepPair {
  const { symbol, base, quote } = pair
  const openedAt = Math.max(engine.openedAt, pair.openedAt)
  return { symbol, base, quote, openedAt, worth: worthOf(engine, pair) }
}
