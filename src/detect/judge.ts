import { advanceBars, closeBefore, lowest } from '../stats/bars.ts'
import type { Tier } from '../market/tier.ts'
import type { Engine } from './engine-state.ts'
import { judgeHour } from './judge-hour.ts'
import { type Moment, momentOf } from './moment.ts'
import { updatePhase } from './phase.ts'
import type { PairState } from './pair-state.ts'
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

const quick = { minute: Math.exp(gate.r60), fiveMinutes: Math.exp(gate.r300) } as const

/**
 * The cheap question asked of every pair at every tick; most ways end at its first line. Only behind it
 * is the moment measured, and the gate asked again with the market's move taken out.
 */
function isGateOpen(pair: PairState, price: number, at: number, engine: Engine): Moment | null {
  if (pair.base === null || pair.quote === null || dollars.has(pair.base)) return null
  advanceBars(pair.bars, at)
  const rose = (window: number, factor: number) => price >= (closeBefore(pair.bars, window) ?? price) * factor
  if (!rose(W60, quick.minute) && !rose(W300, quick.fiveMinutes)) return null
  const low = lowest(pair.bars, W300)
  if (!low || Math.log(price / low.close) < gate.rise) return null
  const moment = momentOf(pair, at, price, engine.usd[pair.quote] ?? 1, engine.drift, engine.spacing)
  return moment.r60 < gate.r60 && moment.r300 < gate.r300 ? null : moment
}

function weigh(engine: Engine, pair: PairState, moment: Moment): boolean {
  const { at, price } = moment
  const score = scoreOf(engine, moment)
  pair.score = score.logit
  pair.followUntil = at + followMs
  const tier = seenAtAll(engine, moment, persisted(pair, score, at))
  const evidence = evidenceOf(engine, moment)
  if (tier === null) {
    if (pair.episode?.direction === 1) keepEvidence(pair.episode, evidence)
    return false
  }
  const low = lowest(pair.bars, W300) ?? { close: price, second: at / 1000 }
  const from = { price: low.close, at: low.second * 1000 }
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
function persisted(pair: PairState, score: Score, at: number): Tier | null {
  if (score.tier !== 'danger') {
    pair.strongSince = 0
    return score.tier
  }
  if (pair.strongSince === 0) pair.strongSince = at
  return at - pair.strongSince >= dangerMs ? 'danger' : 'warning'
}

/** A settled episode is put aside: what shows itself soon again is the same, what comes later a new one. */
export function settlePair(pair: PairState): void {
  if (pair.episode?.phase !== 'settled') return
  pair.past = pair.episode
  pair.episode = null
  pair.strongSince = 0
}
