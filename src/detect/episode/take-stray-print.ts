import { beginEpisode } from './begin-episode.ts'
import type { Engine } from '../engine-state.ts'
import { recordStrayPrint } from '../replay/record-events.ts'
import type { Print } from '../pair/observe.ts'
import type { PairState } from '../pair/pair-state.ts'
import { keepEvidence, raiseTier } from './running-episode.ts'

/** The same print told twice, by ticker and by trade, within so long (ms). */
const samePrintMs = 5000

/**
 * Takes a stray print into the pair's episode, or begins one. Danger at once: it is the one sign that
 * needs no persistence.
 * @returns whether the episode began or changed
 */
export function takeStrayPrint(engine: Engine, pair: PairState, print: Print, at: number): boolean {
  if (pair.base === null || pair.quote === null) return false
  const begun = pair.episode === null
  const reference = { at, price: print.reference }
  const episode = (pair.episode ??= beginEpisode(engine, pair, 'stray-print', reference, reference, 'danger'))
  const known = episode.strayPrint
  const again = known?.price === print.price && at - known.at < samePrintMs
  if (again) return false
  episode.strayPrint = {
    // The farthest one is the one to tell; all are counted.
    ...(known && distance(known) > distance(print) ? known : { ...print, at }),
    times: (known?.times ?? 0) + 1,
  }
  episode.signalAt = at
  episode.updatedAt = at
  keepEvidence(episode, [
    { sign: 'stray-print', value: print.price, unit: 'price', windowMs: 0, usual: print.reference, at },
  ])
  let changed = begun
  if (episode.kind !== 'stray-print' && !episode.also.includes('stray-print')) {
    episode.also.push('stray-print')
    episode.changedAt = at
    changed = true
  }
  return raiseTier(episode, 'danger', at) || changed
}

/** Notes a stray print as it is heard, and takes it as `strayPrint`. */
export function heardStray(engine: Engine, pair: PairState, print: Print, at: number): boolean {
  recordStrayPrint(engine, pair, print, at)
  return takeStrayPrint(engine, pair, print, at)
}

function distance(print: Print): number {
  return Math.abs(Math.log(print.price / print.reference))
}
