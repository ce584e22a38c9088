import type { Exchange, Site } from '../../exchanges/exchange.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { venueStateText, type VenueStateText } from '../../ui/words/venue-words.ts'
import { requestCost } from './request-cost.ts'
import type { OptionsWords } from '../words.ts'

/**
 * How a venue's data arrive, as shown in its row.
 *
 * @param state undefined until the background has reported it
 * @param now wall clock (ms)
 */
export function rowStateText(
  words: OptionsWords,
  on: boolean,
  state: VenueState | undefined,
  now: number,
): VenueStateText {
  if (on && state) return venueStateText(words, state, now)
  return on
    ? { icon: 'venue-polling', text: words.say('venue.connecting'), isProblem: false }
    : { icon: 'venue-off', text: words.say('venue.off'), isProblem: false }
}

/** The hosts the permission is for, those of trading pages included. */
export function hostsOf({ hosts, pages, perpetual }: Site): readonly string[] {
  const names = [...hosts, ...(perpetual?.hosts ?? []), ...pages].map((pattern) =>
    pattern.replace(/^\w+:\/\/|\/.*$/g, ''),
  )
  return [...new Set(names)]
}

/**
 * What the background left out of the venue's data, and what the newest poll lacked; empty where nothing is missing.
 *
 * @param state undefined until the background has reported it
 */
export function incompleteWords({ say }: OptionsWords, state: VenueState | undefined): readonly string[] {
  const { dropped = 0, kind, reason = null } = state ?? {}
  return [
    ...(kind === 'polling' && reason !== null ? [say('venue.lacking', { what: reason })] : []),
    ...(dropped > 0 ? [say('venue.left-out', { n: dropped })] : []),
  ]
}

/** The requests that watching a venue takes, in words. */
export function costWords({ say, format }: OptionsWords, exchange: Exchange): string {
  const cost = requestCost(exchange)
  if (cost.kind === 'stream') return say('cost.stream')
  const n = format.count(cost.perMinute)
  if (cost.kind === 'poll-each') return say('cost.poll-each', { n })
  if (cost.share === null) return say('cost.pace', { n })
  return say('cost.poll', { n, share: cost.share < 0.01 ? say('cost.less') : format.share(cost.share) })
}
