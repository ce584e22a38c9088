import type { Contract } from '../market/contract.ts'
import type { Derivative, Liquidation } from '../market/derivative.ts'
import type { Episode } from '../market/episode.ts'
import { takeChangedEpisodes } from './cases/open-episodes.ts'
import type { Engine } from './engine-state.ts'
import { keepEvidence } from './episode/running-episode.ts'
import { onMeasured } from './found.ts'
import { priceOf } from './measure-pair.ts'
import type { PairState } from './pair/pair-state.ts'
import { usdOf } from './pair/price/usd-of.ts'
import { measureBand } from './perpetual/band/measure-band.ts'
import { contractsOf } from './perpetual/contracts-of.ts'
import { detectPerpetual } from './perpetual/detect-perpetual.ts'
import { observeFlags } from './perpetual/flags/observe-flags.ts'
import { measureGaps, measurePeerGap } from './perpetual/gaps/measure-gaps.ts'
import { countCrowd } from './perpetual/liquidations/crowd.ts'
import { forgetBursts, observeLiquidation } from './perpetual/liquidations/observe-liquidation.ts'
import { listContracts } from './perpetual/list-contracts.ts'
import { observeDerivative } from './perpetual/observe-derivative.ts'
import type { PerpetualData } from './perpetual/perpetual-data.ts'

// What a perpetual market tells besides trading. Without the venue's list of contracts nothing of it is taken: dated
// futures and other instruments come in the same messages. `at` is market time, ms UTC; each returns the episodes that
// began or changed, as `takeTicks`.

/** Last price of a contract's coin on the same exchange's spot market, or of its contracts elsewhere, quote per base. */
export interface SpotPrice {
  /** Of the contract. */
  readonly symbol: string
  readonly last: number
}

/** Takes the venue's list of perpetual contracts; the list of its pairs is another input. */
export function takeContracts(engine: Engine, list: readonly Contract[]): void {
  if (list.length === 0) return
  engine.perpetual = listContracts(engine.data, engine.perpetual, list, engine.data.at)
}

/** Takes marks, indices, funding and open interest, a few facts a row. Linear in the rows. */
export function takeDerivatives(engine: Engine, rows: readonly Derivative[], at: number): readonly Episode[] {
  const { data, perpetual } = engine
  if (!perpetual) return []
  const told = new Set<PairState>()
  for (const said of rows)
    for (const symbol of contractsOf(perpetual.rows, data.pairs, said.symbol))
      tell(engine, perpetual, told, symbol, Math.min(said.at, at), (row, time, pair) => {
        observeDerivative(perpetual.tables, row, said, time)
        observeFlags(perpetual.flags, symbol, said, time)
        measureBand(perpetual, pair, row, said, time)
      })
  return judge(engine, perpetual, told, at)
}

/** Takes spot prices of the coins of contracts. */
export function takeSpotPrices(engine: Engine, prices: readonly SpotPrice[], at: number): readonly Episode[] {
  const { perpetual } = engine
  if (!perpetual) return []
  const told = new Set<PairState>()
  for (const { symbol, last } of prices)
    tell(engine, perpetual, told, symbol, at, (row, time) => {
      perpetual.tables.spot[row] = last
      perpetual.tables.spotAt[row] = time
    })
  return judge(engine, perpetual, told, at)
}

/** Takes what the contracts of the same coins stand at on other exchanges. */
export function takePeerPrices(engine: Engine, prices: readonly SpotPrice[], at: number): readonly Episode[] {
  const { data, perpetual } = engine
  if (!perpetual) return []
  const told = new Set<PairState>()
  for (const { symbol, last } of prices)
    tell(engine, perpetual, told, symbol, at, (row, time, pair) => {
      measurePeerGap(data, perpetual, pair, row, last, time)
    })
  return judge(engine, perpetual, told, at)
}

/** Takes positions that the venue closed. */
export function takeLiquidations(
  engine: Engine,
  rows: readonly Liquidation[],
  at: number,
): readonly Episode[] {
  const { data, perpetual } = engine
  if (!perpetual) return []
  forgetBursts(perpetual.bursts, at)
  const told = new Set<PairState>()
  for (const { symbol, side, price, amount, at: time } of rows) {
    const pair = data.pairs.get(symbol)
    const row = perpetual.rows.get(symbol)
    const usd = price * amount * (usdOf(data, pair?.quote ?? null) ?? 0)
    if (!pair || row === undefined || !(usd > 0)) continue
    observeLiquidation(perpetual, symbol, row, { side, usd, at: Math.min(time, at) })
    told.add(pair)
  }
  perpetual.crowd =
    engine.given?.crowd ?? countCrowd(perpetual.crowd, perpetual.bursts, perpetual.rows.size, at)
  return judge(engine, perpetual, told, at)
}

/** Lets a contract's row take what is told of it, and measures its gaps. */
function tell(
  { data }: Engine,
  perpetual: PerpetualData,
  told: Set<PairState>,
  symbol: string,
  at: number,
  take: (row: number, at: number, pair: PairState) => void,
): void {
  const pair = data.pairs.get(symbol)
  const row = perpetual.rows.get(symbol)
  if (!pair || row === undefined) return
  take(row, at, pair)
  measureGaps(data, perpetual, pair, row, at)
  told.add(pair)
}

/** Judges the contracts that something is going on in: of most there is nothing to say. */
function judge(
  engine: Engine,
  perpetual: PerpetualData,
  told: ReadonlySet<PairState>,
  at: number,
): readonly Episode[] {
  const { apart, pinned, bursts } = perpetual
  const changed = new Set<PairState>()
  for (const pair of told) {
    if (!pair.episode && ![apart, pinned, bursts].some((few) => few.has(pair.symbol))) continue
    if (pair.at === 0 || pair.base === null || pair.quote === null) continue
    const now = Math.max(at, pair.at)
    const price = priceOf(pair)
    const { detections, evidence } = detectPerpetual(engine.data, perpetual, pair, price, now)
    if (detections.length > 0 && onMeasured(engine, pair, { at: now, price, scored: null, detections }))
      changed.add(pair)
    if (pair.episode) keepEvidence(pair.episode, evidence)
    if (pair.closing) changed.add(pair)
  }
  return changed.size === 0 ? [] : takeChangedEpisodes(changed)
}
