import { lowest } from '../stats/extremes.ts'
import { closeBefore } from '../stats/window.ts'
import type { Tier } from '../market/tier.ts'
import type { Engine } from './engine-state.ts'
import { judgeHour } from './judge-hour.ts'
import { type Moment, momentOf } from './moment.ts'
import { updatePhase } from './phase.ts'
import { type PairState, type Suspicion, suspicionOf } from './pair-state.ts'
import { keepEvidence, movePrice } from './running.ts'
import { evidenceOf, probabilityOf, type Score, scoreOf } from './score.ts'
import { dangerMs, dollars, followMs, gate, slowFeed, W300, W60 } from './settings.ts'
import { tell } from './tell.ts'

/**
 * Judges one pair now: the gate, the score, and what they mean for its episode.
 * @returns whether an episode began or changed tier or phase
 */
export function judge(engine: Engine, pair: PairState, at: number): boolean {
  const { episode } = pair
  const price = pair.tape && pair.tape.at >= pair.at ? pair.tape.last : pair.last
  const risen = isGateOpen(pair, price, at, engine)
  let changed = false
  if (episode) movePrice(episode, at, price)
  if (risen) changed = weigh(engine, pair, risen)
  if (judgeHour(engine, pair, price, at)) changed = true
  if (pair.episode && updatePhase(pair.episode, at)) changed = true
  return changed
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

function weigh(engine: Engine, pair: PairState, moment: Moment): boolean {
  const { at, price } = moment
  const score = scoreOf(engine, moment)
  const suspicion = suspicionOf(pair)
  suspicion.score = score.logit
  suspicion.followUntil = at + followMs
  const tier = seenAtAll(engine, moment, persisted(suspicion, score, at))
  const evidence = evidenceOf(engine, moment)
  if (tier === null) {
    if (pair.episode?.direction === 1) keepEvidence(pair.episode, evidence)
    return false
  }
  const low = lowest(pair.tables.bars, pair.row, at, W300)
  const from = low ? { price: Math.exp(low.price), at: low.at } : { price, at }
  const probability = probabilityOf(score.logit)
  return tell(engine, pair, {
    kind: 'pump',
    tier,
    at,
    price,
    from,
    evidence,
    probability,
    confirmed: score.confirmed,
  })
}

/** A feed slower than a minute shows where a rise led, not how it went: there it must have led far. */
function seenAtAll({ spacing }: Engine, { r300 }: Moment, tier: Tier | null): Tier | null {
  if (spacing <= slowFeed.spacingMs) return tier
  if (r300 >= slowFeed.warning) return tier
  return tier !== null && r300 >= slowFeed.notice ? 'notice' : null
}

/** Danger has to last a little: one burst of trades is none. */
function persisted(suspicion: Suspicion, score: Score, at: number): Tier | null {
  if (score.tier !== 'danger') {
    suspicion.strongSince = 0
    return score.tier
  }
  if (suspicion.strongSince === 0) suspicion.strongSince = at
  return at - suspicion.strongSince >= dangerMs ? 'danger' : 'warning'
}

/** A settled episode is put aside: what shows itself soon again is the same, what comes later a new one. */
export function settlePair(pair: PairState): void {
  if (pair.episode?.phase !== 'settled') return
  pair.past = pair.episode
  pair.episode = null
  if (pair.suspicion) pair.suspicion.strongSince = 0
}
