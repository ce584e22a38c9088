import type { SavedCrossVenue } from '../../../detect/cross-venue/save-cross-venue.ts'
import type { ForexRate } from '../../../market/cross-rate.ts'
import { isBoolean, isNumber, isPositive, isString, withFields } from '../../../shared/storage/guards.ts'
import { isRunningEpisode } from './episode-guards.ts'
import type { Proven } from './proven.ts'

type Group = SavedCrossVenue['coins'][number][1][number]

const dayMs = 86_400_000

const isRate = withFields({
  base: isString,
  quote: isString,
  rate: isPositive,
  at: isNumber,
} satisfies Record<keyof ForexRate, unknown>) as (value: unknown) => value is ForexRate
const isTold = withFields({ told: isBoolean })

function isGroup(value: unknown): value is Group {
  if (!Array.isArray(value)) return false
  return value.every((each: unknown) => Array.isArray(each) && isString(each[0]) && isCount(each[1]))
}
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0

/**
 * What of a saved cross-venue state is sound, entry by entry: a coin that is lost has its identities to learn again.
 *
 * @param now wall clock, ms: what is a day ahead of it is damaged
 */
export function proveCrossVenue(saved: unknown, now: number): Proven<SavedCrossVenue> {
  if (typeof saved !== 'object' || saved === null) return { value: null, faults: ['another shape'] }
  const { shape, coins, gaps, forex } = saved as SavedCrossVenue
  if (!Number.isInteger(shape)) return { value: null, faults: ['shape'] }
  const latest = now + dayMs
  const faults: string[] = []
  const entries = <T>(name: string, list: unknown, is: (value: unknown) => value is T): T[] => {
    if (!Array.isArray(list)) faults.push(name)
    const all: unknown[] = Array.isArray(list) ? list : []
    const sound = all.filter(is)
    if (sound.length < all.length) faults.push(`${name}: ${all.length - sound.length}`)
    return sound
  }
  const value: SavedCrossVenue = {
    shape,
    coins: entries(
      'coins',
      coins,
      (coin): coin is SavedCrossVenue['coins'][number] =>
        Array.isArray(coin) && isString(coin[0]) && Array.isArray(coin[1]) && coin[1].every(isGroup),
    ),
    gaps: entries(
      'gaps',
      gaps,
      (gap): gap is SavedCrossVenue['gaps'][number] =>
        isTold(gap) && isRunningEpisode((gap as { running?: unknown }).running, latest),
    ),
    forex: entries('forex', forex, (rate): rate is ForexRate => isRate(rate) && rate.at <= latest),
  }
  return { value, faults }
}
