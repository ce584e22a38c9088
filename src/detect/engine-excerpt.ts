import { emptyCases } from './cases/cases.ts'
import type { OfficialStatus } from './cases/official-status.ts'
import { createEngine, type Engine } from './engine-state.ts'
import { type GivenMarket, takeGivenMarket } from './market/given-market.ts'
import type { MarketDrift, DriftRange } from './pair/price/drift.ts'
import type { MarketData } from './pair/market-data.ts'
import type { PairState } from './pair/pair-state.ts'
import { type PegState, wasOffPeg } from './pair/price/peg.ts'
import { usdOf } from './pair/price/usd-of.ts'
import { keepRows, type Tables } from './pair/tables/tables.ts'
import { type PerpetualData, perpetualOf } from './perpetual/perpetual-data.ts'
import { offPegSteps } from './thresholds.ts'

/** A few pairs of an engine with all that is known of them: plain data that shares nothing with the engine. */
export interface EngineExcerpt {
  readonly data: Omit<MarketData, 'pairs' | 'drift' | 'pegs'>
  /** In the order of the engine; the tables have a row for each. */
  readonly pairs: readonly Omit<PairState, 'tables'>[]
  readonly market: GivenMarket
  readonly shift: number
  readonly fullHour: boolean
  readonly phasesUpdatedAt: number
  readonly officialStatus?: OfficialStatus
  /** Absent of a spot market. */
  readonly perpetual?: PerpetualData
}

/** The pairs that judge one another: all of one coin; of a pair that nobody has named yet, itself. */
export function symbolsJudgedWith({ pairs }: Pick<MarketData, 'pairs'>, pair: PairState): readonly string[] {
  if (pair.base === null) return [pair.symbol]
  return [...pairs.values()].filter(({ base }) => base === pair.base).map(({ symbol }) => symbol)
}

/** What is known of these pairs now. An engine made of it goes on as the whole one does, given the same market. */
export function excerptOf(engine: Engine, symbols: readonly string[]): EngineExcerpt {
  const { data, cases, scoring } = engine
  const held = new Set(symbols)
  const pairs = [...data.pairs.values()].filter(({ symbol }) => held.has(symbol))
  const { pairs: _, tables: whole, drift: _drift, pegs: _pegs, ...rest } = data
  const tables = shellOf(whole) as Tables
  keepRows(
    tables,
    pairs.map(({ row }) => row),
  )
  const copies = pairs.map(({ tables: _tables, ...pair }, row) => ({ ...structuredClone(pair), row }))
  const { phasesUpdatedAt, officialStatus } = cases
  return {
    data: { ...rest, usd: { ...data.usd }, tables },
    pairs: copies,
    market: { ...marketOf(engine, quotesOf(pairs), coinsOf(pairs)), bought: null },
    shift: scoring.shift,
    fullHour: scoring.fullHour,
    phasesUpdatedAt,
    ...(officialStatus && { officialStatus: statusFor(officialStatus, pairs) }),
    ...(engine.perpetual && { perpetual: perpetualOf(engine.perpetual, held) }),
  }
}

/** The engine of an excerpt. Takes its data over. */
export function engineOfExcerpt(excerpt: EngineExcerpt): Engine {
  const { data, pairs, market, shift, fullHour, perpetual = null, ...cases } = excerpt
  const engine = createEngine(data.venue, shift)
  engine.perpetual = perpetual
  const { tables } = data
  const known = new Map(pairs.map((pair) => [pair.symbol, { ...pair, tables }]))
  Object.assign(engine.data, { ...data, pairs: known })
  takeGivenMarket(engine.data, market)
  engine.scoring.fullHour = fullHour
  Object.assign(engine.cases, { ...emptyCases(), ...cases })
  // Recorded as live: whether a pair is measured goes by it too.
  engine.recordedEvents = []
  engine.given = market
  return engine
}

/** What the whole market led to so far, as far as pairs of these quotes and coins go by it. */
export function marketOf(
  { data, perpetual }: Pick<Engine, 'data' | 'perpetual'>,
  quotes: ReadonlySet<string>,
  coins: ReadonlySet<string>,
): Omit<GivenMarket, 'bought'> {
  const usd = [...quotes].flatMap((quote) => {
    const worth = usdOf(data, quote)
    return worth === undefined ? [] : [[quote, worth] as const]
  })
  const pegs = [...data.pegs].filter(([coin]) => coins.has(coin))
  return {
    spacing: data.spacing,
    drift: driftOf(data.drift, quotes),
    usd: Object.fromEntries(usd),
    pegs: new Map(pegs.map(([coin, peg]) => [coin, pegFor(peg)])),
    ...(perpetual && { spreads: perpetual.spreads, crowd: perpetual.crowd }),
  }
}

export const quotesOf = (pairs: readonly Pick<PairState, 'quote'>[]): ReadonlySet<string> =>
  new Set(pairs.flatMap(({ quote }) => quote ?? []))

export const coinsOf = (pairs: readonly Pick<PairState, 'base' | 'quote'>[]): ReadonlySet<string> =>
  new Set(pairs.flatMap(({ base, quote }) => [base ?? [], quote ?? []].flat()))

/** The official status as far as it is about these pairs. */
export function statusFor(
  { closed, halted, suspended, young, changing }: OfficialStatus,
  pairs: readonly Pick<PairState, 'symbol' | 'base'>[],
): OfficialStatus {
  const symbols = new Set(pairs.map(({ symbol }) => symbol))
  const bases = new Set(pairs.flatMap(({ base }) => [base ?? '', base?.toUpperCase() ?? '']))
  const within = (all: ReadonlySet<string>, names: ReadonlySet<string>) =>
    new Set([...all].filter((name) => names.has(name)))
  return {
    closed,
    halted: within(halted, symbols),
    suspended: new Map([...suspended].filter(([asset]) => bases.has(asset))),
    young: within(young, symbols),
    changing: within(changing, bases),
  }
}

function driftOf(drift: MarketDrift, quotes: ReadonlySet<string>): MarketDrift {
  const within = (ranges: ReadonlyMap<string, DriftRange>) =>
    new Map([...ranges].filter(([quote]) => quotes.has(quote)))
  const { r60, r300, halfHour, hour, hourWidth, spans } = drift
  return {
    ...{ r60: within(r60), r300: within(r300), halfHour: within(halfHour), hour: within(hour) },
    ...(hourWidth !== undefined && { hourWidth }),
    ...(spans && { spans: new Map([...spans].map(([since, ranges]) => [since, within(ranges)])) }),
  }
}

/** Without its path where nothing asks for it: nearly always. */
function pegFor(peg: PegState): PegState {
  const path = wasOffPeg(peg, offPegSteps[0]!.distance) ? [...peg.path] : []
  return { ...peg, since: [...peg.since], path }
}

/** A copy that shares the columns: rows are picked from them into new ones. */
function shellOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return value.map(shellOf)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shellOf(part)]))
}
