import { type Extreme, lowest } from '../stats/extremes.ts'
import type { Tier } from '../market/tier.ts'
import type { Engine } from './engine-state.ts'
import { judgeHour } from './rules/judge-hour.ts'
import type { Measurement, Scored } from './score/measurement.ts'
import { type Moment, momentOf } from './score/moment.ts'
import { recordMeasurement } from './replay/record-events.ts'
import { type PairState, suspicionOf } from './pair/pair-state.ts'
import { evidenceOf, scoreOf } from './score/score.ts'
import { dollars, followMs, gate, slowFeed, tapePaceMs, W300 } from './settings.ts'
import { hasRisen } from './screen.ts'
import { applyMeasurement } from './episode/apply-measurement.ts'

/**
 * Judges one pair now: the gate, the score, and what they mean for its episode. What is measured does not go by
 * the sensitivity, nor by the episode; `turnCard` does.
 *
 * @returns whether an episode began or changed tier or phase
 */
export function judgePair(engine: Engine, pair: PairState, at: number): boolean {
  const price = priceOf(pair)
  return act(engine, pair, {
    at,
    price,
    scored: ask(engine, pair, price, at),
    seen: judgeHour(engine, pair, price, at),
  })
}

/**
 * Judges one pair by the trades that have come since it was judged. What takes minutes waits for the next ticker frame, and
 * where the score was asked a moment ago, it is not asked again.
 *
 * @returns as `judge`
 */
export function judgeTrades(engine: Engine, pair: PairState, at: number): boolean {
  const { suspicion } = pair
  const price = priceOf(pair)
  const isDue = !suspicion || at - suspicion.weighedAt >= tapePaceMs
  return act(engine, pair, { at, price, scored: isDue ? ask(engine, pair, price, at) : null, seen: [] })
}

function act(engine: Engine, pair: PairState, look: Measurement): boolean {
  recordMeasurement(engine, pair, look)
  return applyMeasurement(engine, pair, look)
}

function ask(engine: Engine, pair: PairState, price: number, at: number): Scored | null {
  const risen = isGateOpen(pair, price, at, engine)
  return risen && weigh(engine, pair, risen.moment, risen.low)
}

function priceOf({ tape, at, last }: PairState): number {
  return tape && tape.at >= at ? tape.last : last
}

/** A moment behind the open gate, and the low of 300 s that it rose from. */
interface Risen {
  readonly moment: Moment
  readonly low: Extreme
}

/** The gate: behind its cheap part the moment is measured, and it is asked again with the market's move taken out. */
function isGateOpen(pair: PairState, price: number, at: number, engine: Engine): Risen | null {
  if (pair.base === null || pair.quote === null || dollars.has(pair.base)) return null
  const { tables, row } = pair
  const level = Math.log(price)
  if (!hasRisen(pair, level, at)) return null
  const low = lowest(tables.bars, row, at, W300)
  if (!low || level - low.price < gate.rise) return null
  const moment = momentOf(pair, at, price, engine.usd[pair.quote] ?? 1, engine.drift, engine.spacing)
  return moment.r60 < gate.r60 && moment.r300 < gate.r300 ? null : { moment, low }
}

function weigh(engine: Engine, pair: PairState, moment: Moment, low: Extreme): Scored {
  const { at } = moment
  const { logit, feed, confirmed } = scoreOf(engine, moment)
  const suspicion = suspicionOf(pair)
  suspicion.score = logit
  suspicion.followUntil = at + followMs
  suspicion.weighedAt = at
  const from = { price: Math.exp(low.price), at: low.at }
  const evidence = evidenceOf(engine, moment)
  return { logit, feed, confirmed, ceiling: ceilingOf(engine, moment), from, evidence }
}

/** A feed slower than a minute shows where a rise led, not how it went: there it must have led far. */
function ceilingOf({ spacing }: Engine, { r300 }: Moment): Tier | null {
  if (spacing <= slowFeed.spacingMs || r300 >= slowFeed.warning) return 'danger'
  return r300 >= slowFeed.notice ? 'notice' : null
}
