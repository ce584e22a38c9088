import type { Cases } from './cases/cases.ts'
import type { MarketData } from './pair/market-data.ts'
import type { PairState, Suspicion } from './pair/pair-state.ts'
import type { EngineToStore } from './engine-state.ts'

// What Keiho 0.1.0 stored: the same facts in one flat object, under other names.

interface PairState8 extends Omit<PairState, 'suspicion' | 'closing' | 'recording'> {
  readonly suspicion: (Omit<Suspicion, 'scoredAt'> & { readonly weighedAt: number }) | null
  readonly noted: PairState['recording']
  readonly ended: PairState['closing']
  readonly leveledAt: number
}

interface Engine8 extends Omit<MarketData, 'pairs' | 'pegs' | 'clockJumpAt'>, Pick<Cases, 'market'> {
  readonly shift: number
  readonly fullHour: boolean
  readonly pairs: Map<string, PairState8>
  readonly leapAt: number
  readonly phasedAt: number
  readonly said?: NonNullable<Cases['officialStatus']>
}

/** The engine that version 0.1.0 stored (shape 8), in the present shape. */
export function engineOfShape8(saved: object): EngineToStore {
  const { shift, fullHour, market, phasedAt, said, pairs, leapAt, ...rest } = (saved as { engine: Engine8 })
    .engine
  const { venue, tables, at, lost, source, spacing, spokeAt, openedAt, usd, drift } = rest
  return {
    data: {
      venue,
      pairs: new Map([...pairs].map(([symbol, pair]) => [symbol, pairOf8(pair)])),
      tables,
      at,
      clockJumpAt: leapAt,
      lost,
      source,
      spacing,
      spokeAt,
      openedAt,
      usd,
      drift,
      pegs: new Map(),
    },
    perpetual: null,
    scoring: { shift, fullHour },
    cases: { market, phasesUpdatedAt: phasedAt, ...(said && { officialStatus: said }) },
  }
}

function pairOf8({ suspicion, noted, ended, leveledAt: _, ...pair }: PairState8): PairState {
  return { ...pair, suspicion: suspicion && suspicionOf8(suspicion), closing: ended, recording: noted }
}

function suspicionOf8({ weighedAt, ...suspicion }: NonNullable<PairState8['suspicion']>): Suspicion {
  return { ...suspicion, scoredAt: weighedAt }
}
