import type { Exchange } from '../../exchanges/exchange.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { venueWords, type VenueWords } from '../../ui/words/venue-words.ts'
import { requestCost } from './request-cost.ts'
import type { OptionsWords } from '../words.ts'

/**
 * How a venue's data reach us, as its row says it.
 *
 * @param state undefined where the background has not spoken of it yet
 * @param now wall clock, ms
 */
export function rowState(
  words: OptionsWords,
  on: boolean,
  state: VenueState | undefined,
  now: number,
): VenueWords {
  if (on && state) return venueWords(words, state, now)
  return on
    ? { icon: 'venue-polling', text: words.say('venue.connecting'), bad: false }
    : { icon: 'venue-off', text: words.say('venue.off'), bad: false }
}

/** The hosts that the browser asks about, pages included: what the permission is for. */
export function hostsOf({ hosts, pages }: Pick<Exchange, 'hosts' | 'pages'>): readonly string[] {
  const names = [...hosts, ...pages].map((pattern) => pattern.replace(/^\w+:\/\/|\/.*$/g, ''))
  return [...new Set(names)]
}

/** What a venue costs in requests. */
export function costWords({ say, format }: OptionsWords, exchange: Exchange): string {
  const cost = requestCost(exchange)
  if (cost.kind === 'stream') return say('cost.stream')
  const n = format.count(cost.perMinute)
  if (cost.kind === 'poll-each') return say('cost.poll-each', { n })
  if (cost.share === null) return say('cost.pace', { n })
  return say('cost.poll', { n, share: cost.share < 0.01 ? say('cost.less') : format.share(cost.share) })
}
