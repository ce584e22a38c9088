import type { Episode } from '../market/episode.ts'
import {
  coinsOf,
  excerptOf,
  type EngineExcerpt,
  marketOf,
  quotesOf,
  statusFor,
  symbolsJudgedWith,
} from './engine-excerpt.ts'
import { isSameStatus, type OfficialStatus, saysNothing } from './cases/official-status.ts'
import type { Engine } from './engine-state.ts'
import { snapshot } from './episode/running-episode.ts'
import type { GivenMarket } from './market/given-market.ts'
import type { PairState } from './pair/pair-state.ts'
import { contractNames } from './perpetual/perpetual-data.ts'
import { playInput } from './play-input.ts'
import { type EngineInput, inputOf } from './recording/engine-input.ts'
import { toPlainJson } from './recording/plain-json.ts'

/** What the market led to where that is news, and the sensitivity where it was changed. */
export type MarketNews = Partial<GivenMarket> & { readonly shift?: number }

/** One input as it is recorded: what there is of it about the pairs of one coin. */
export interface RecordedInput {
  readonly input: EngineInput
  readonly market?: MarketNews
}

/** The recording of one coin's pairs: what has to be known to write the next line. */
export interface CoinRecording {
  readonly symbols: ReadonlySet<string>
  /** Those, and the symbols by which a venue tells of the indices of contracts. */
  readonly names: Pick<ReadonlySet<string>, 'has'>
  readonly pairs: readonly PairState[]
  /** What was written last of the market, as JSON, by field. */
  readonly written: Map<string, string>
  /** When the market was last judged, and of how many spans its drift was known then. */
  judgedAt: number
  spans: number
  shift: number
  /** The official status as it was last applied, as far as it is about these pairs; null: not yet. */
  status: OfficialStatus | null
}

/** Begins to record a pair, with those it is judged with. Returns what they are now: the recording goes on from it. */
export function beginCoinRecording(
  engine: Engine,
  pair: PairState,
): { readonly recording: CoinRecording; readonly state: EngineExcerpt } {
  const symbols = symbolsJudgedWith(engine.data, pair)
  const pairs = symbols.flatMap((symbol) => engine.data.pairs.get(symbol) ?? [])
  const held = new Set(symbols)
  const recording = {
    symbols: held,
    names: engine.perpetual ? contractNames(pairs) : held,
    pairs,
    written: new Map<string, string>(),
    judgedAt: engine.cases.market.judgedAt,
    spans: engine.data.drift.spans?.size ?? 0,
    shift: engine.scoring.shift,
    status: null,
  }
  const state = excerptOf(engine, symbols)
  for (const [field, value] of Object.entries(state.market)) recording.written.set(field, toPlainJson(value))
  return { recording, state }
}

/** What to write of an input that the engine has just taken; null: it is nothing to these pairs. */
export function recordedInput(
  recording: CoinRecording,
  engine: Engine,
  input: EngineInput,
): RecordedInput | null {
  // A frame of a time that was not believed has changed nothing.
  if (input.kind === 'frame' && engine.data.at !== input.at) return null
  const own = inputOf(input, (symbol) => recording.names.has(symbol))
  if (own === null) return null
  const kept = own.kind === 'status' ? { ...own, status: statusFor(own.status, recording.pairs) } : own
  if (kept.kind === 'status') {
    // Applied once a second: one that says nothing, again, changes nothing.
    const isNothing = recording.status !== null && isSameStatus(recording.status, kept.status)
    if (isNothing && saysNothing(kept.status)) return null
    recording.status = kept.status
  }
  const market = marketNews(recording, engine, input)
  return { input: kept, ...(market && { market }) }
}

function marketNews(recording: CoinRecording, engine: Engine, input: EngineInput): MarketNews | null {
  const { data, cases, scoring, bought } = engine
  const spans = data.drift.spans?.size ?? 0
  const isJudged = cases.market.judgedAt !== recording.judgedAt
  const news: Record<string, unknown> = {}
  if (isJudged || spans !== recording.spans) {
    const all = marketOf(engine, quotesOf(recording.pairs), coinsOf(recording.pairs))
    for (const [field, value] of Object.entries(all)) addNews(recording, news, field, value)
    Object.assign(recording, { judgedAt: cases.market.judgedAt, spans })
  } else addNews(recording, news, 'spacing', data.spacing)
  if (input.kind === 'liquidations') addNews(recording, news, 'crowd', engine.perpetual?.crowd)
  if (input.kind === 'frame' && bought?.at === input.at && recording.symbols.has(bought.symbol))
    news['bought'] = { symbol: bought.symbol, sold: bought.sold }
  if (scoring.shift !== recording.shift) news['shift'] = recording.shift = scoring.shift
  return Object.keys(news).length > 0 ? news : null
}

function addNews(
  { written }: CoinRecording,
  news: Record<string, unknown>,
  field: string,
  value: unknown,
): void {
  const text = toPlainJson(value)
  if (written.get(field) === text) return
  written.set(field, text)
  news[field] = value
}

/** Hands a recorded input to an engine made of the recording's state. Returns the episodes that began or changed. */
export function playRecorded(engine: Engine, { input, market }: RecordedInput): readonly Episode[] {
  const { shift, ...given } = market ?? {}
  engine.given = { ...engine.given!, bought: null, ...given }
  if (shift !== undefined) engine.scoring.shift = shift
  // Of a frame the engine takes it where it would judge the market itself.
  if (input.kind !== 'frame' && given.drift) engine.data.drift = given.drift
  const changed = playInput(engine, input)
  engine.recordedEvents?.splice(0)
  return changed
}

/** The newest state of an episode that the engine has; null: none of this id. */
export function cardOf({ data }: Pick<Engine, 'data'>, id: string): Episode | null {
  for (const { episode, past, closing } of data.pairs.values())
    for (const known of [episode, closing, past]) if (known?.id === id) return snapshot(known)
  return null
}
