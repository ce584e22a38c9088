import { type Episode, isFall, isOpen } from '../market/episode.ts'
import { detailsAddress } from '../shared/details-address.ts'
import type { HeldBackSummary, Outcome } from '../shared/messages/queries.ts'
import { TierTag } from '../ui/card/tier-tag.tsx'
import { fromExtreme, kindsOf, phaseWord, titleOf } from '../ui/words/episode-words.ts'
import { TimeBar } from './time-bar.tsx'
import type { NightWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

const horizons: readonly (keyof Outcome)[] = ['after15min', 'after1h', 'after24h']

interface Props {
  readonly row: HeldBackSummary['rows'][number]
  readonly words: NightWords
  /** Wall clock, ms. */
  readonly now: number
  /** The time between the first of the summary and its end, ms. */
  readonly span: { readonly from: number; readonly to: number }
}

/** One episode that was held back: what it was, its course on the line of the night, and what came after. */
export function HeldBackRow({ row: { tier, at, past }, words, now, span }: Props) {
  const { say, format } = words
  if (!past)
    return (
      <li>
        <TierTag tier={tier} words={words} /> <span class="num">{format.moment(at, now)}</span>{' '}
        <span>{say('gone')}</span>
      </li>
    )
  const { episode, outcome } = past
  return (
    <li>
      <p class="what">
        <TierTag tier={tier} words={words} />{' '}
        <a href={detailsAddress(episode.id)}>
          <b>{titleOf(words, episode)}</b>
        </a>{' '}
        <span>
          {venueName(episode.venue, words.lang)} · {kindsOf(words, episode)}
        </span>
      </p>
      <TimeBar episode={episode} span={span} />
      <p>{courseText(words, episode, now)}</p>
      <p class="after">
        {say('after')}{' '}
        {horizons.map((horizon) => (
          <span key={horizon}>{say(horizon, { change: changeText(words, outcome[horizon]) })}</span>
        ))}
      </p>
    </li>
  )
}

/** Began, how far it went and when, and where it stands: `began 02:10 · +58.1% at 02:11 · settled, −69% off peak`. */
function courseText(words: NightWords, episode: Episode, now: number): string {
  const { say, format } = words
  const { startedAt, peakPrice, startPrice, peakAt } = episode
  const time = format.moment(peakAt, now)
  const change = format.change(peakPrice / startPrice - 1)
  return [
    say('began', { time: format.moment(startedAt, now) }),
    say(isFall(episode) ? 'low' : 'peak', { change, time }),
    say(isOpen(episode) ? 'still' : 'ended', {
      phase: phaseWord(words, episode),
      off: fromExtreme(words, episode, 'card'),
    }),
  ].join(' · ')
}

function changeText({ say, format }: NightWords, ratio: number | null): string {
  return ratio === null ? say('notKnown') : format.change(ratio - 1)
}
