import { type Tier, tiers } from '../../../src/market/tier.ts'
import { type Announcement, exemptWindow, within } from '../judge/announcement.ts'
import { assignTime, type OwnedRun } from '../judge/assign-time.ts'
import { countFalseAlarms, quietPairDays } from '../judge/false-alarms.ts'
import { poissonInterval } from '../judge/poisson-interval.ts'
import type { CensusRun } from './census-run.ts'
import { type CountedTurn, summaryOf, turnsOf, type TurnsSummary } from './count-turns.ts'
import { barMovesApartMs, type LargeMove, tradeMovesApartMs } from './large-move.ts'
import { alarmKey } from './near-move.ts'
import { saidOf } from './said.ts'

/** A large move and what was said of it. Times are market time, ms UTC. */
export interface CountedMove {
  readonly pair: string
  readonly startAt: number
  readonly at: number
  /** Fraction: negative for a fall. */
  readonly rise: number
  readonly seconds: number
  /** The size by which it is large: so much in so long. */
  readonly least: number
  readonly windowS: number
  /** Within an hour before, or six hours after, a known announcement of the coin. */
  readonly announced: boolean
  /** The highest tier that was said in time; null where nothing was. */
  readonly tier: Tier | null
  /** When that tier was first said, s after the move was complete. */
  readonly delayS: number | null
}

/** How many moves of one size were told at which tier, by the highest. */
export interface CountedSize {
  readonly least: number
  readonly windowS: number
  readonly announced: boolean
  readonly moves: number
  readonly danger: number
  readonly warning: number
  readonly notice: number
  readonly nothing: number
}

/** Alarms of a tier or above near which the price did not move by 12 %. */
export interface AlarmsOfNoMove {
  readonly alarms: number
  readonly perPairDay: number | null
  readonly interval: readonly [number, number] | null
}

/** Every large move of the recordings, and what was said. */
export interface Census {
  readonly rises: readonly CountedMove[]
  readonly falls: readonly CountedMove[]
  /** The episodes of rises, and when they turned. */
  readonly turns: readonly CountedTurn[]
  readonly summary: {
    readonly rises: readonly CountedSize[]
    readonly falls: readonly CountedSize[]
    readonly alarmsOfNoMove: Readonly<Record<Tier, AlarmsOfNoMove>>
    readonly turns: TurnsSummary
  }
}

/** An alert counts from so long (ms) before a move: before its window for trades, before its end for bars. */
const tradesBeforeMs = 120_000
const barsBeforeMs = 15 * 60_000
/** And until so long (ms) after it was complete; of bars one more bar. */
const tradesAfterMs = 60_000
const barsAfterMs = 5 * 60_000

/** @param known all known announcements: near one a move is announced, and an alarm is not false */
export function censusOf(runs: readonly CensusRun[], known: readonly Announcement[]): Census {
  const owned = assignTime(runs)
  const moves = owned.flatMap((each) => movesOf(each, known))
  const apart = withoutRepeats(moves)
  const [rises, falls] = (['rise', 'fall'] as const).map((direction) =>
    apart.filter((each) => each.direction === direction).map(({ move }) => move),
  ) as [CountedMove[], CountedMove[]]
  const days = quietPairDays(owned, known)
  const alarms = tiers.map((tier) => [tier, alarmsOfNoMove(owned, known, tier, days)] as const)
  const turns = turnsOf(owned)
  return {
    rises,
    falls,
    turns,
    summary: {
      rises: sizesOf(rises),
      falls: sizesOf(falls),
      alarmsOfNoMove: Object.fromEntries(alarms) as Record<Tier, AlarmsOfNoMove>,
      turns: summaryOf(turns),
    },
  }
}

interface FoundMove extends Pick<LargeMove, 'direction'> {
  readonly coin: string
  readonly apartMs: number
  readonly move: CountedMove
}

function movesOf({ run, owned }: OwnedRun<CensusRun>, known: readonly Announcement[]): FoundMove[] {
  const { pair, coin, barMs, said } = run
  return run.moves
    .filter(({ at }) => within(owned, at))
    .map((found) => {
      const { direction, size, startAt, at, change } = found
      const span =
        barMs === null
          ? { from: at - size.windowMs - tradesBeforeMs, to: at + tradesAfterMs }
          : { from: at - barsBeforeMs, to: at + barMs + barsAfterMs }
      const { tier, delayMs } = saidOf(said, direction, span, at)
      const announced = known.some((each) => each.coin === coin && within(exemptWindow(each.at), at))
      const move = {
        pair,
        startAt,
        at,
        rise: change,
        seconds: (at - startAt) / 1000,
        least: direction === 'rise' ? size.change : -size.change,
        windowS: size.windowMs / 1000,
        announced,
        tier,
        delayS: delayMs === null ? null : delayMs / 1000,
      }
      return { direction, coin, apartMs: barMs === null ? tradeMovesApartMs : barMovesApartMs, move }
    })
}

/** Recordings of one coin may overlap, or follow each other: the same move counts once. */
function withoutRepeats(moves: readonly FoundMove[]): FoundMove[] {
  const last = new Map<string, number>()
  return moves
    .toSorted((a, b) => a.move.at - b.move.at)
    .filter(({ apartMs, move }) => {
      const key = `${move.pair} ${move.least} ${move.windowS}`
      const isRepeat = move.at - (last.get(key) ?? -Infinity) < apartMs
      if (!isRepeat) last.set(key, move.at)
      return !isRepeat
    })
}

function sizesOf(moves: readonly CountedMove[]): CountedSize[] {
  const sizes = new Map<string, CountedMove[]>()
  for (const move of moves) {
    const key = `${move.windowS} ${move.announced}`
    sizes.set(key, [...(sizes.get(key) ?? []), move])
  }
  return [...sizes.values()]
    .map((list) => {
      const [{ least, windowS, announced }] = list as [CountedMove]
      const count = (tier: Tier | null) => list.filter((move) => move.tier === tier).length
      const counts = { danger: count('danger'), warning: count('warning'), notice: count('notice') }
      return { least, windowS, announced, moves: list.length, ...counts, nothing: count(null) }
    })
    .sort((a, b) => a.windowS - b.windowS || Number(b.announced) - Number(a.announced))
}

function alarmsOfNoMove(
  owned: readonly OwnedRun<CensusRun>[],
  known: readonly Announcement[],
  tier: Tier,
  days: number,
): AlarmsOfNoMove {
  const still = owned.map(({ run, owned }) => ({
    run: { ...run, reached: run.reached.filter((alarm) => run.still.includes(alarmKey(alarm))) },
    owned,
  }))
  const alarms = countFalseAlarms(still, known, tier)
  const [low, high] = poissonInterval(alarms)
  return {
    alarms,
    perPairDay: days > 0 ? alarms / days : null,
    interval: days > 0 ? [low / days, high / days] : null,
  }
}
