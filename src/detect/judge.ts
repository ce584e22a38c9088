import { lowest } from '../stats/extremes.ts'
import { closeBefore } from '../stats/window.ts'
import type { Tier } from '../market/tier.ts'
import type { Engine } from './engine-state.ts'
import { judgeHour } from './judge-hour.ts'
import type { Scored } from './look.ts'
import { type Moment, momentOf } from './moment.ts'
import { noteLook } from './note.ts'
import { type PairState, suspicionOf } from './pair-state.ts'
import { evidenceOf, scoreOf } from './score.ts'
import { dollars, followMs, gate, slowFeed, W300, W60 } from './settings.ts'
import { turnCard } from './turn-card.ts'

/**
 * Judges one pair now: the gate, the score, and what they mean for its episode. What is measured does not go by
 * the sensitivity, nor by the episode; `turnCard` does.
 *
 * @returns whether an episode began or changed tier or phase
 */
export function judge(engine: Engine, pair: PairState, at: number): boolean {
  const price = pair.tape && pair.tape.at >= pair.at ? pair.tape.last : pair.last
  const risen = isGateOpen(pair, price, at, engine)
  const scored = risen && weigh(engine, pair, risen)
  const look = { at, price, scored, seen: judgeHour(engine, pair, price, at) }
  noteLook(engine, pair, look)
  return turnCard(engine, pair, look)
}

/**
 * The cheap question asked of every pair at every tick; most ways end at its first line. Only behind it
 * is the moment measured, and the gate asked again with the market's move taken out.
 */
function isGateOpen(pair: PairState, price: number, at: number, engine: Engine): Moment | null {
  if (pair.base === null || pair.quote === null || dollars.has(pair.base)) return null
  const { tables, row } = pair
  const level = Math.log(price)
  const rose = level - closeBefore(tables.bars, row, at, W60) >= gate.r60
  if (!rose && !(level - closeBefore(tables.bars, row, at, W300) >= gate.r300)) return null
  const low = lowest(tables.bars, row, at, W300)
  if (!low || level - low.price < gate.rise) return null
  const moment = momentOf(pair, at, price, engine.usd[pair.quote] ?? 1, engine.drift, engine.spacing)
  return moment.r60 < gate.r60 && moment.r300 < gate.r300 ? null : moment
}

function weigh(engine: Engine, pair: PairState, moment: Moment): Scored {
  const { at, price } = moment
  const score = scoreOf(engine, moment)
  const suspicion = suspicionOf(pair)
  suspicion.score = score.logit
  suspicion.followUntil = at + followMs
  const low = lowest(pair.tables.bars, pair.row, at, W300)
  const from = low ? { price: Math.exp(low.price), at: low.at } : { price, at }
  return { ...score, ceiling: ceilingOf(engine, moment), from, evidence: evidenceOf(engine, moment) }
}

/** A feed slower than a minute shows where a rise led, not how it went: there it must have led far. */
function ceilingOf({ spacing }: Engine, { r300 }: Moment): Tier | null {
  if (spacing <= slowFeed.spacingMs || r300 >= slowFeed.warning) return 'danger'
  return r300 >= slowFeed.notice ? 'notice' : null
}
