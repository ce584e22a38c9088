import { within } from '../judge/announcement.ts'
import type { OwnedRun } from '../judge/assign-time.ts'
import { proportion, type Proportion } from '../judge/proportion.ts'
import type { CensusRun } from './census-run.ts'
import type { RisePhases } from './turns.ts'

/** An episode of a rise and the phases that were said of it. */
export interface CountedTurn extends RisePhases {
  readonly pair: string
  /** Whether "falling" was said in time; null without a turn. */
  readonly isTold: boolean | null
}

/** How true the phases of rises are. */
export interface TurnsSummary {
  /** Of the episodes that gave back half, those of which "falling" was said in time. */
  readonly told: Proportion
  /** Of all "falling" and of all "settled" that were said, those after which a new high came. */
  readonly falseFalling: Proportion
  readonly falseSettled: Proportion
  /** Of all episodes, those with a false "falling" within their first minute. */
  readonly falseInFirstMinute: Proportion
}

/** "Falling" counts from so long (ms) before the true turn until so long after it. */
const beforeTurnMs = 5000
const afterTurnMs = 30_000
const firstMinuteMs = 60_000

/** The episodes of rises in the time that each run owns. */
export function turnsOf(owned: readonly OwnedRun<CensusRun>[]): CountedTurn[] {
  return owned.flatMap(({ run, owned }) =>
    run.turns
      .filter(({ toldAt }) => within(owned, toldAt))
      .map((turn) => ({ pair: run.pair, ...turn, isTold: isTold(turn) })),
  )
}

function isTold({ turnAt, said }: RisePhases): boolean | null {
  if (turnAt === null) return null
  return said.some(
    ({ at, phase }) => phase === 'falling' && at >= turnAt - beforeTurnMs && at <= turnAt + afterTurnMs,
  )
}

/** Counts them. */
export function summaryOf(turns: readonly CountedTurn[]): TurnsSummary {
  const told = turns.filter(({ isTold }) => isTold !== null)
  const all = turns.flatMap(({ said }) => said)
  const ofPhase = (name: 'falling' | 'settled') => {
    const said = all.filter(({ phase }) => phase === name)
    return proportion(said.filter(({ isFalse }) => isFalse).length, said.length)
  }
  const early = turns.filter(({ said, toldAt }) =>
    said.some(({ at, phase, isFalse }) => phase === 'falling' && isFalse && at <= toldAt + firstMinuteMs),
  )
  return {
    told: proportion(told.filter(({ isTold }) => isTold).length, told.length),
    falseFalling: ofPhase('falling'),
    falseSettled: ofPhase('settled'),
    falseInFirstMinute: proportion(early.length, turns.length),
  }
}
