import { advanceBars, closeBefore, eachBar, lowest } from '../stats/bars.ts'
import { beginLine, extendLine } from '../stats/line.ts'
import type { Anomaly } from '../market/episode.ts'
import type { Tier } from '../market/tier.ts'
import type { Engine } from './engine-state.ts'
import { type Moment, momentOf } from './moment.ts'
import { updatePhase } from './phase.ts'
import type { PairState } from './pair-state.ts'
import { keepEvidence, movePrice, raiseTier, type Running } from './running.ts'
import { evidenceOf, probabilityOf, type Score, scoreOf } from './score.ts'
import { dangerMs, dollars, followMs, gate, lineStepMs, linePoints, W300, W60 } from './settings.ts'

/**
 * Judges one pair now: the gate, the score, and what they mean for its episode.
 * @returns whether an episode began or changed tier or phase
 */
export function judge(engine: Engine, pair: PairState, at: number): boolean {
  const { episode } = pair
  const price = pair.tape && pair.tape.at >= pair.at ? pair.tape.last : pair.last
  const risen = isGateOpen(pair, price, at, engine)
  if (!risen && !episode) return false
  let changed = false
  if (episode) {
    movePrice(episode, at, price)
  }
  if (risen) changed = weigh(engine, pair, risen)
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
  const moment = momentOf(pair, at, price, engine.usd[pair.quote] ?? 1, engine.drift)
  return moment.r60 < gate.r60 && moment.r300 < gate.r300 ? null : moment
}

function weigh(engine: Engine, pair: PairState, moment: Moment): boolean {
  const score = scoreOf(engine, moment)
  pair.score = score.logit
  pair.followUntil = moment.at + followMs
  const tier = persisted(pair, score, moment.at)
  if (tier === null && !pair.episode) return false
  const begun = pair.episode === null
  const episode = (pair.episode ??= begin(engine.venue, pair, 'pump', moment, tier ?? 'notice'))
  if (tier !== null) episode.signalAt = moment.at
  keepEvidence(episode, evidenceOf(moment))
  episode.probability = Math.max(episode.probability, probabilityOf(score.logit))
  episode.confirmed ||= score.confirmed && tier !== null
  return raiseTier(episode, tier, moment.at) || begun
}

/** Danger has to last: twenty seconds of further evidence buy a factor of four in false alarms. */
function persisted(pair: PairState, score: Score, at: number): Tier | null {
  if (score.tier !== 'danger') {
    pair.strongSince = 0
    return score.tier
  }
  if (pair.strongSince === 0) pair.strongSince = at
  return at - pair.strongSince >= dangerMs ? 'danger' : 'warning'
}

/** Opens an episode at the low from which the price rose, with the line of the minutes before. */
export function begin(venue: string, pair: PairState, kind: Anomaly, moment: Pick<Moment, 'at' | 'price'>, tier: Tier): Running {
  const { at, price } = moment
  const low = lowest(pair.bars, W300) ?? { close: price, second: at / 1000 }
  const startedAt = Math.min(at, low.second * 1000)
  return {
    id: `${venue}:${pair.symbol}:${kind}:${at}`,
    venue,
    symbol: pair.symbol,
    base: pair.base,
    quote: pair.quote,
    kind,
    also: [],
    direction: 1,
    tier,
    phase: 'building',
    startedAt,
    changedAt: at,
    updatedAt: at,
    startPrice: low.close,
    peakPrice: Math.max(price, low.close),
    peakAt: at,
    lastPrice: price,
    probability: 0,
    confirmed: false,
    evidence: [],
    line: lineBefore(pair, startedAt, at),
    strayPrint: null,
    signalAt: at,
    fadedPeak: Math.max(price, low.close),
  }
}

function lineBefore(pair: PairState, startedAt: number, at: number) {
  const from = Math.min(startedAt, at) - 20 * lineStepMs
  let line: ReturnType<typeof beginLine> | null = null
  let before: number | null = null
  eachBar(pair.bars, (second, close) => {
    const time = second * 1000
    if (time < from) before = close
    else if (line) extendLine(line, time, close, linePoints)
    else {
      line = beginLine(from, before ?? close, lineStepMs)
      extendLine(line, time, close, linePoints)
    }
  })
  return line ?? beginLine(from, before ?? pair.last, lineStepMs)
}

/** A settled episode is over for the engine: what comes later is a new one. */
export function settlePair(pair: PairState): void {
  if (pair.episode?.phase === 'settled') {
    pair.episode = null
    pair.strongSince = 0
  }
}
