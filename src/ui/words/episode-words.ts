import {
  changeFromPeak,
  changeSinceStart,
  type Anomaly,
  type Episode,
  type Phase,
} from '../../market/episode.ts'
import { pairName } from '../../market/pair.ts'
import type { TextKey } from '../../shared/texts.ts'
import type { Words } from './words.ts'

/** Whether the episode's extreme lies below its start: its phases then read the other way round. */
export function isFall({ startPrice, peakPrice, kind }: Episode): boolean {
  return peakPrice === startPrice ? kind === 'dump' : peakPrice < startPrice
}

const direction = (episode: Episode) => (isFall(episode) ? 'fall' : 'rise')

/** `SYS/BTC`, or the whole market. */
export function titleOf({ say }: Words, { base, quote }: Episode): string {
  return base === null || quote === null ? say('market.title') : pairName({ base, quote })
}

/** The one sentence: what was measured, never why. */
export function headlineOf({ say }: Words, episode: Episode): string {
  return say(episode.symbol === null ? `headline.market.${direction(episode)}` : 'headline.pair')
}

/** Every kind seen, the main one first: `Stray print, key-abuse pattern`. */
export function kindsOf({ lang, say }: Words, { kind, also }: Episode): string {
  const kinds: readonly Anomaly[] = [...new Set([kind, ...also])]
  return kinds
    .map((each) => say(`kind.${each}`))
    .map((name, i) => (i === 0 || lang === 'ja' ? name : name.charAt(0).toLowerCase() + name.slice(1)))
    .join(say('kind.join'))
}

/**
 * The word of a phase. A fall that gives half of its way back does not "fall": it rebounds,
 * so each direction has its own five words.
 */
export function phaseWord({ say }: Words, episode: Episode, phase: Phase = episode.phase): string {
  return say(`phase.${direction(episode)}.${phase}` satisfies TextKey)
}

/** `since 04:03, 1 h 38 min`; `marketNow` is on the venue's clock like the episode's own times. */
export function sinceOf({ say, format }: Words, episode: Episode, marketNow: number): string {
  const length = format.length(marketNow - episode.startedAt)
  return say('since', { time: format.moment(episode.startedAt, marketNow), length })
}

/** The distance from the peak (of a fall: the low) in the wording of its place; see the text keys. */
export function fromExtreme({ say, format }: Words, episode: Episode, place: 'from' | 'chip'): string {
  const change = format.change(changeFromPeak(episode))
  const low = isFall(episode)
  if (place === 'chip') return say(low ? 'chip.fromLow' : 'chip.fromPeak', { change })
  if (Math.abs(changeFromPeak(episode)) < 0.0005) return say(low ? 'at.low' : 'at.peak')
  return say(low ? 'from.low' : 'from.peak', { change })
}

/** What a screen reader says when the episode first shows or grows stronger. */
export function spokenOf(words: Words, episode: Episode, venueName: string): string {
  return words.say('spoken', {
    tier: words.say(`tier.${episode.tier}`),
    pair: titleOf(words, episode),
    venue: venueName,
    headline: headlineOf(words, episode),
    what: kindsOf(words, episode),
    change: words.format.change(changeSinceStart(episode)),
  })
}
