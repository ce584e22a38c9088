import { marketOf } from '../../market/venue-id.ts'
import {
  changeFromPeak,
  changeSinceStart,
  isFall,
  type Anomaly,
  type Episode,
  type Phase,
} from '../../market/episode.ts'
import { pairName } from '../../market/pair.ts'
import type { TextKey } from '../../shared/texts.ts'
import type { Words } from './words.ts'

const direction = (episode: Episode) => (isFall(episode) ? 'fall' : 'rise')

/** `SYS/BTC`, or the text for the whole market. */
export function titleOf({ say }: Words, { base, quote }: Episode): string {
  return base === null || quote === null ? say('market.title') : pairName({ base, quote })
}

/** The headline: what was measured, never why. */
export function headlineOf({ say }: Words, episode: Episode): string {
  return say(episode.symbol === null ? `headline.market.${direction(episode)}` : 'headline.pair')
}

/** Every kind of the episode, the main one first: `Stray print, key-abuse pattern`. */
export function kindsOf({ lang, say }: Words, { kind, also }: Episode): string {
  const kinds: readonly Anomaly[] = [...new Set([kind, ...also])]
  return kinds
    .map((each) => say(`kind.${each}`))
    .map((name, i) => (i === 0 || lang !== 'en' ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join(say('kind.join'))
}

/** The market of a venue in words: `Binance spot`, `Binance perpetual`. @param name its name, which says the latter */
export const marketName = ({ say }: Words, venue: string, name: string): string =>
  marketOf(venue) === 'spot' ? say('venue.spot', { venue: name }) : name

/** How the two markets of an exchange stand to each other where both show the anomaly; null where one does. */
export function marketsText({ say, format }: Words, episode: Episode): string | null {
  const other = episode.evidence.find(({ sign }) => sign === 'other-market')
  if (!other) return null
  const own = changeSinceStart(episode)
  const isPerpetual = marketOf(episode.venue) === 'perpetual'
  const [perpetual, spot] = isPerpetual ? [own, other.value] : [other.value, own]
  const key = Math.abs(perpetual) >= Math.abs(spot) ? 'markets.perpetualLeads' : 'markets.spotLeads'
  return say(key, { perpetual: format.change(perpetual), spot: format.change(spot) })
}

/**
 * Name of a phase. Each direction has its own five: when a fall gives half of its move back it rebounds,
 * while a rise that does so falls.
 */
export function phaseWord({ say }: Words, episode: Episode, phase: Phase = episode.phase): string {
  return say(`phase.${direction(episode)}.${phase}` satisfies TextKey)
}

/** `since 04:03, 1 h 38 min`. `marketNow` is market time (ms), like the episode's times. */
export function sinceOf({ say, format }: Words, episode: Episode, marketNow: number): string {
  const length = format.length(marketNow - episode.startedAt)
  return say('since', { time: format.moment(episode.startedAt, marketNow), length })
}

/** Distance from the peak (for a fall: the low), worded for a card or a chip. */
export function fromExtreme({ say, format }: Words, episode: Episode, place: 'card' | 'chip'): string {
  const change = format.change(changeFromPeak(episode))
  const low = isFall(episode)
  if (place !== 'chip' && Math.abs(changeFromPeak(episode)) < 0.0005) return say(low ? 'at.low' : 'at.peak')
  return say(low ? 'chip.fromLow' : 'chip.fromPeak', { change })
}

/** What a screen reader announces when an episode appears or its tier rises. */
export function spokenText(words: Words, episode: Episode, venueName: string): string {
  return words.say('spoken', {
    tier: words.say(`tier.${episode.tier}`),
    pair: titleOf(words, episode),
    venue: venueName,
    headline: headlineOf(words, episode),
    what: kindsOf(words, episode),
    change: words.format.change(changeSinceStart(episode)),
  })
}
