import type { CrossVenue } from '../../../../src/background/cross-venue/cross-venue.ts'
import type { Intake } from '../../../../src/background/venues/intake.ts'
import type { OfficialStatus } from '../../../../src/detect/cases/official-status.ts'
import { takeOfficialStatus } from '../../../../src/detect/engine.ts'
import { engineOfSaved, savedEngineOf } from '../../../../src/detect/saved-engine.ts'
import { type Listing, listingStates } from '../../../../src/market/pair.ts'
import type { Tick } from '../../../../src/market/tick.ts'
import type { Trade } from '../../../../src/market/trade.ts'
import type { Episode } from '../../../../src/market/episode.ts'
import type { Chance } from '../../input/chance.ts'
import { oddTexts } from '../../input/odd-values.ts'
import type { DrawnMarket } from './drawn-market.ts'

/** One thing that the background does to an engine, with all that it needs. */
export type Deed =
  | {
      readonly kind: 'frame'
      readonly ticks: readonly Tick[]
      readonly source: string
      readonly isRound: boolean
    }
  | { readonly kind: 'seed'; readonly ticks: readonly Tick[] }
  | { readonly kind: 'trades' | 'backfill'; readonly symbol: string; readonly trades: readonly Trade[] }
  | { readonly kind: 'missed' | 'lost'; readonly symbol: string }
  | { readonly kind: 'listings'; readonly list: readonly Listing[] }
  | { readonly kind: 'status'; readonly status: OfficialStatus }
  /** The worker dies and wakes. */
  | { readonly kind: 'restart' }

/** Draws the next deed; mostly frames, as in life. */
export function drawDeed(market: DrawnMarket, chance: Chance): Deed {
  const kind = chance.next()
  const symbol = chance.has(0.05) ? chance.of(oddTexts) : chance.of(market.symbols)
  if (kind < 0.01) market.jump(chance)
  if (kind < 0.66) {
    const source = chance.has(0.95) ? 'stream' : 'poll'
    return { kind: 'frame', ticks: market.frame(chance), source, isRound: chance.has(0.05) }
  }
  if (kind < 0.86) return { kind: 'trades', symbol, trades: market.trades(symbol, chance) }
  if (kind < 0.9) return { kind: 'backfill', symbol, trades: market.trades(symbol, chance) }
  if (kind < 0.93) return { kind: chance.has(0.5) ? 'missed' : 'lost', symbol }
  if (kind < 0.96) return { kind: 'listings', list: drawList(market, chance) }
  if (kind < 0.98) return { kind: 'status', status: drawStatus(market, chance) }
  return kind < 0.99 ? { kind: 'seed', ticks: market.frame(chance) } : { kind: 'restart' }
}

function drawList({ symbols }: DrawnMarket, chance: Chance): readonly Listing[] {
  return symbols
    .filter(() => chance.has(0.9))
    .map((symbol) => {
      const [, base = symbol, quote = 'BTC'] = /^(.+?)(USDT|BTC|JPY)$/.exec(symbol) ?? []
      const state = chance.has(0.9) ? 'trading' : chance.of(listingStates)
      return { type: 'symbol', symbol, base: chance.has(0.02) ? chance.of(oddTexts) : base, quote, state }
    })
}

function drawStatus({ symbols, at }: DrawnMarket, chance: Chance): OfficialStatus {
  const some = () => new Set(symbols.filter(() => chance.has(0.1)))
  return {
    closed: chance.has(0.1),
    halted: some(),
    suspended: new Map(symbols.filter(() => chance.has(0.1)).map((symbol) => [symbol, at] as const)),
    young: some(),
    changing: some(),
  }
}

/** Carries out a deed. Returns the episodes that it changed beside those that the intake reports. */
export function carryOut(
  deed: Deed,
  intake: Intake,
  crossVenue: CrossVenue,
  now: number,
): readonly Episode[] {
  switch (deed.kind) {
    case 'frame':
      intake.takeFrame(deed.ticks, deed.source, undefined, deed.isRound)
      return crossVenue.tick(now)
    case 'seed':
      intake.seed(deed.ticks)
      return []
    case 'trades':
      intake.takeTrades(deed.symbol, deed.trades)
      return []
    case 'backfill':
      intake.takeBackfill(deed.symbol, deed.trades)
      return []
    case 'missed':
      intake.markMissed(deed.symbol)
      return []
    case 'lost':
      intake.loseTrades(deed.symbol)
      return []
    case 'listings':
      intake.takeListings(deed.list)
      return []
    case 'status':
      return takeOfficialStatus(intake.engine, deed.status)
    case 'restart': {
      const { recordedEvents } = intake.engine
      const restored = engineOfSaved(structuredClone(savedEngineOf(intake.engine)))
      if (!restored) throw new Error('an engine that is not restored')
      intake.engine = Object.assign(restored, { recordedEvents })
      return []
    }
  }
}
