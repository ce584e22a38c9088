import type { Tier } from '../../market/tier.ts'
import { wickDanger } from '../thresholds.ts'
import { keepEvidence, raiseTier } from '../episode/running-episode.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { StrayPrice } from '../pair/observe.ts'
import type { PairState } from '../pair/pair-state.ts'
import { beginEpisode } from './begin-episode.ts'

/** The same print comes twice, by ticker and by trade, within this long (ms). */
const samePrintMs = 5000

/**
 * Takes a stray print into the pair's episode, or begins one. Danger at once: it is the one sign that needs no
 * persistence.
 *
 * @param at market time, ms
 * @returns whether the episode began or changed
 */
export function takeStrayPrint(data: MarketData, pair: PairState, print: StrayPrice, at: number): boolean {
  if (pair.base === null || pair.quote === null) return false
  const isNew = pair.episode === null
  const tier = tierOf(print)
  const reference = { at, price: print.reference }
  // Where the price does go there, it goes that way.
  const direction = print.price < print.reference ? -1 : 1
  const episode = (pair.episode ??= beginEpisode(
    data,
    pair,
    'stray-print',
    reference,
    reference,
    tier,
    direction,
  ))
  const known = episode.strayPrint
  if (known?.price === print.price && at - known.at < samePrintMs) return false
  episode.strayPrint = {
    // The farthest one is shown; all are counted.
    ...(known && distance(known) > distance(print) ? known : { ...print, at }),
    times: (known?.times ?? 0) + 1,
  }
  episode.signalAt = at
  episode.updatedAt = at
  keepEvidence(episode, [
    { sign: 'stray-print', value: print.price, unit: 'price', windowMs: 0, usual: print.reference, at },
  ])
  let changed = isNew
  if (episode.kind !== 'stray-print' && !episode.also.includes('stray-print')) {
    episode.also.push('stray-print')
    episode.changedAt = at
    changed = true
  }
  return raiseTier(episode, tier, at) || changed
}

function tierOf({ price, reference }: StrayPrice): Tier {
  const move = Math.log(price / reference)
  return move >= wickDanger.up || move <= wickDanger.down ? 'danger' : 'warning'
}

function distance({ price, reference }: StrayPrice): number {
  return Math.abs(Math.log(price / reference))
}
