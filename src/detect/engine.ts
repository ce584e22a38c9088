import type { Episode } from '../market/episode.ts'
import type { Listing } from '../market/pair.ts'
import type { MarketState } from '../market/venue-state.ts'
import type { Tick } from '../market/tick.ts'
import type { Trade } from '../market/trade.ts'
import { pushBar } from '../stats/bars.ts'
import { pushMinutes } from '../stats/minutes.ts'
import { seedBaseline } from './baseline.ts'
import type { Engine } from './engine-state.ts'
import { noticeGap, noticeSpacing } from './gap.ts'
import { judge, settlePair } from './judge.ts'
import { lookAtMarket, lookAtPhases } from './look-around.ts'
import { over } from './market-returns.ts'
import { observe } from './observe.ts'
import { emptyPair, type PairState } from './pair-state.ts'
import { snapshot } from './running.ts'
import { followCap, gate, rushLeast, strayFactor, W60 } from './settings.ts'
import { isFar, judgePrice, references } from './signs/stray-print.ts'
import { strayPrint } from './stray.ts'
import { emptyTape, joinTapes, pushTrades, type Tape } from './tape.ts'

function pairOf(engine: Engine, symbol: string): PairState {
  let pair = engine.pairs.get(symbol)
  if (!pair) engine.pairs.set(symbol, (pair = emptyPair(symbol)))
  return pair
}

/** Takes the venue's list of pairs: names for symbols, and whether they trade. Pairs without a name are never reported. */
export function listPairs(engine: Engine, listings: readonly Listing[]): void {
  for (const { symbol, base, quote, state } of listings) {
    const pair = pairOf(engine, symbol)
    if (state === 'trading' && pair.listing !== 'trading') pair.openedAt = engine.at
    Object.assign(pair, { base, quote, listing: state })
  }
}

/**
 * Gives pairs that have no history yet the averages of a 24-h ticker, and a price to measure from.
 *
 * @param ticks rows of the venue's REST ticker, whose rolling figures cover the last 24 h
 */
export function seedPairs(engine: Engine, ticks: readonly Tick[]): void {
  for (const tick of ticks) {
    const pair = pairOf(engine, tick.symbol)
    const turnover = tick.quoteVolume ?? (tick.baseVolume ?? 0) * tick.last
    const range = tick.high && tick.low ? Math.log(tick.high / tick.low) : 0
    seedBaseline(pair.baseline, turnover, tick.count, range, 1440)
    if (pair.at > 0) continue
    pair.last = tick.last
    pair.at = tick.at
    pair.slowPrice = Math.log(tick.last)
    pushBar(pair.bars, tick.at, tick.last, 0, 0)
    pushMinutes(pair.minutes, tick.at, tick.last, 0)
  }
}

/**
 * Takes one frame of the all-ticker feed.
 *
 * @param at market time of the frame, ms UTC; frames older than the newest are ignored
 * @param source which feed it is, e.g. `stream` or `poll`
 * @returns the episodes that began or changed tier, phase or kind; usually none
 */
export function takeTicks(
  engine: Engine,
  ticks: readonly Tick[],
  at: number,
  source = 'stream',
): readonly Episode[] {
  if (at < engine.at) return []
  const spacing = engine.at === 0 ? 0 : at - engine.at
  if (ticks.length > 0) noticeSpacing(engine, at, spacing)
  noticeGap(engine, spacing, source)
  engine.at = at
  const changed = new Set<PairState>()
  const heard: PairState[] = []
  let rising = 0
  for (const tick of ticks) {
    const pair = pairOf(engine, tick.symbol)
    if (tick.at < pair.at) continue
    const print = observe(pair, tick, spacing, tick.at - engine.lost)
    if (print && strayPrint(engine.venue, pair, print, tick.at)) changed.add(pair)
    heard.push(pair)
    if (over(W60)(pair) > gate.r60) rising++
  }
  // The market first: what all of them did in this very frame is nobody's own doing.
  const market = lookAtMarket(engine, at, rising >= rushLeast)
  for (const pair of heard) if (judge(engine, pair, pair.at)) changed.add(pair)
  return [...market, ...episodesOf(changed), ...lookAtPhases(engine, at)]
}

/** Takes trades of a followed pair as they come, oldest first. Returns as takeTicks. */
export function takeTrades(
  engine: Engine,
  symbol: string,
  trades: readonly Trade[],
  at: number,
): readonly Episode[] {
  const pair = engine.pairs.get(symbol)
  if (!pair || trades.length === 0) return []
  pair.tape ??= emptyTape()
  const changed = new Set<PairState>()
  const near: Trade[] = []
  for (const trade of trades) {
    const kind = judgePrice(pair, trade.price, trade.at, 0, [])
    if (kind !== 'stray') near.push(trade)
    else if (strayPrint(engine.venue, pair, { price: trade.price, reference: pair.last }, trade.at))
      changed.add(pair)
  }
  pushTrades(pair.tape, near)
  if (judgeTape(engine, pair, pair.tape, at)) changed.add(pair)
  return episodesOf(changed)
}

/** Takes the recent trades of a pair when its following begins, oldest first; the stream may already run. */
export function takeBackfill(
  engine: Engine,
  symbol: string,
  trades: readonly Trade[],
  at: number,
): readonly Episode[] {
  const pair = engine.pairs.get(symbol)
  if (!pair) return []
  const filled = emptyTape()
  // A stray print of the past is no price to go on from, and no news either.
  const known = references(pair, [])
  pushTrades(
    filled,
    trades.filter((trade) => !isFar(trade.price, known, strayFactor)),
  )
  pair.tape = pair.tape ? joinTapes(filled, pair.tape) : filled
  return judgeTape(engine, pair, pair.tape, at) ? episodesOf(new Set([pair])) : []
}

function judgeTape(engine: Engine, pair: PairState, tape: Tape, at: number): boolean {
  return pair.at > 0 && judge(engine, pair, Math.max(at, pair.at, tape.at))
}

/** The symbols whose trades the engine wants now, most wanted first, at most `followCap`. */
export function follows(engine: Engine): readonly string[] {
  const wanted = [...engine.pairs.values()].filter((pair) => pair.followUntil > engine.at)
  wanted.sort((a, b) => b.score - a.score || (a.symbol < b.symbol ? -1 : 1))
  return wanted.slice(0, followCap).map((pair) => pair.symbol)
}

/** Stops hearing a pair's trades. */
export function unfollow(engine: Engine, symbol: string): void {
  const pair = engine.pairs.get(symbol)
  if (pair) pair.tape = null
}

/** Present snapshots of every running episode. */
export function openEpisodes(engine: Engine): readonly Episode[] {
  const running = [...engine.pairs.values()].flatMap((pair) => pair.episode ?? [])
  return [...running, ...(engine.market.episode ? [engine.market.episode] : [])].map(snapshot)
}

/** The market line; null until enough pairs have spoken. */
export function marketState(engine: Engine): MarketState | null {
  return engine.market.state
}

function episodesOf(pairs: ReadonlySet<PairState>): Episode[] {
  return [...pairs].flatMap((pair) => {
    const told = [pair.ended, pair.episode].filter((running) => running !== null).map(snapshot)
    pair.ended = null
    settlePair(pair)
    return told
  })
}
