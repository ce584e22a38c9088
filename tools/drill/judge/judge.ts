import { strongerTier, type Tier, tierRank } from '../../../src/market/tier.ts'
import { firstWay, type Way, waysOf } from '../faults/fault.ts'
import { type Played, schedule } from '../play.ts'
import { limits } from './limits.ts'
import type { Row } from './row.ts'
import type { Second } from './second.ts'
import { type Telling, tellingOf } from './telling.ts'

/**
 * Compares what was made of a pump under a fault with what was made of it without.
 *
 * @param sound without the fault: the same trades first, then the same pump in other trades
 */
export function judge(played: Played, [sound, ...others]: readonly [Played, ...Played[]]): Row {
  const { exchange, fault, seconds } = played
  const cut = fault?.cuts(exchange) ?? []
  const left = waysOf(exchange).filter((way) => !cut.includes(way))
  const telling = tellingOf(played)
  const soundTelling = tellingOf(sound)
  const earned = [sound, ...others].map((one) => tellingOf(one).tier).reduce(strongerTier, null)
  const falseAlerts = [...telling.others].filter((name) => !soundTelling.others.has(name))
  const during = seconds.filter(({ atMs }) => atMs <= schedule.endsMs)
  const recoveryS = recoveryOf(seconds, cut.includes('trades'))
  const wrong = [
    ...wrongTelling(telling, soundTelling, left),
    ...wrongTier(telling.tier, soundTelling.tier, earned, cut),
    ...wrongConfirmation(telling, seconds, cut),
    ...falseAlerts.map((name) => `false alert: ${name}`),
    ...wrongStates(during, firstWay(exchange), left),
    ...(fault?.isUnreadable && !hasTickers(left) ? wrongUnreadable(during) : []),
    ...(recoveryS === null || recoveryS > limits.recovery ? ['no recovery in time'] : []),
  ]
  return {
    venue: exchange.id,
    fault: fault?.name ?? 'none',
    tier: telling.tier,
    delayS: telling.atMs === null ? null : tenths(telling.atMs - (soundTelling.atMs ?? telling.atMs)),
    falseAlerts: falseAlerts.length,
    states: [...new Set(during.map(({ kind }) => kind))],
    recoveryS,
    ok: wrong.length === 0,
    ...(wrong.length > 0 && { wrong }),
  }
}

/** ms as seconds, to a tenth. */
const tenths = (ms: number) => Math.round(ms / 100) / 10

const hasTickers = (ways: readonly Way[]) => ways.includes('stream') || ways.includes('poll')
const isFed = ({ kind }: Second) => kind === 'live' || kind === 'polling'

function wrongTelling(telling: Telling, sound: Telling, left: readonly Way[]): readonly string[] {
  if (sound.atMs === null) return ['not told even without the fault']
  if (telling.atMs === null) return ['never told']
  const lateS = (telling.atMs - sound.atMs) / 1000
  const afterEndS = (telling.atMs - schedule.endsMs) / 1000
  const isLate = hasTickers(left) ? lateS > limits.delay : afterEndS > limits.recovery
  return isLate ? ['told too late'] : []
}

/** @param earned the strongest tier that the rise is given without the fault, whatever the chance of its trades */
function wrongTier(
  tier: Tier | null,
  sound: Tier | null,
  earned: Tier | null,
  cut: readonly Way[],
): readonly string[] {
  if (tier === null || sound === null) return []
  // Danger is confirmed by trades: where none came while the price rose, less is the truth.
  const least = cut.includes('trades') && sound === 'danger' ? 'warning' : sound
  const isWrong = tierRank(tier) < tierRank(least) || tierRank(tier) > tierRank(earned)
  return isWrong ? [`${tier} instead of ${sound}`] : []
}

/** Confirmed means by trades of the rise itself. */
function wrongConfirmation(
  { confirmedMs }: Telling,
  seconds: readonly Second[],
  cut: readonly Way[],
): readonly string[] {
  if (confirmedMs === null || !cut.includes('trades') || confirmedMs > schedule.endsMs) return []
  const tradedMs = seconds.find(({ atMs }) => atMs >= confirmedMs)?.tradedMs ?? null
  return tradedMs !== null && tradedMs > 0 ? [] : ['confirmed by no trade']
}

function wrongStates(during: readonly Second[], first: Way, left: readonly Way[]): readonly string[] {
  const judged = during.filter(({ atMs }) => atMs > schedule.beginsMs + limits.state * 1000)
  const untrue = judged.filter(
    ({ kind }) =>
      (kind === 'live' && !(first === 'stream' && left.includes('stream'))) ||
      (kind === 'polling' && !left.includes('poll')),
  )
  const last = during.at(-1)
  return [
    ...[
      ...new Set(untrue.map(({ kind }) => `'${kind}' for ${countOf(untrue, kind)} s while nothing is heard`)),
    ],
    ...(hasTickers(left) && last && !isFed(last) ? [`'${last.kind}' while data could be had`] : []),
  ]
}

/** Messages come, and none can be read: no silence, nor anything else. */
function wrongUnreadable(during: readonly Second[]): readonly string[] {
  const judged = during.filter(({ atMs }) => atMs > schedule.beginsMs + limits.state * 1000)
  const others = judged.filter(({ kind }) => kind !== 'unreadable')
  return others.length === 0 ? [] : [`not 'unreadable' for ${others.length} s while nothing can be read`]
}

const countOf = (seconds: readonly Second[], of: Second['kind']) =>
  seconds.filter(({ kind }) => kind === of).length

function recoveryOf(seconds: readonly Second[], needsTrades: boolean): number | null {
  const isWell = (second: Second) =>
    isFed(second) &&
    (second.receivedMs ?? -Infinity) > schedule.endsMs &&
    (!needsTrades || (second.tradedMs ?? -Infinity) > schedule.endsMs)
  const first = seconds.find((second) => second.atMs > schedule.endsMs && isWell(second))
  return first ? (first.atMs - schedule.endsMs) / 1000 : null
}
