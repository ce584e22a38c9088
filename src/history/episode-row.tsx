import { pairName } from '../market/pair.ts'
import { detailsAddress } from '../shared/details-address.ts'
import type { Outcome, PastEpisode } from '../shared/messages/queries.ts'
import { kindsOf } from '../ui/words/episode-words.ts'
import { TierIcon } from '../ui/card/tier-tag.tsx'
import type { HistoryWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

const minuteMs = 60_000
/** How long after the start each price is taken, ms. */
const horizons: readonly (readonly [keyof Outcome, number])[] = [
  ['after15min', 15 * minuteMs],
  ['after1h', 60 * minuteMs],
  ['after24h', 1_440 * minuteMs],
]

interface Props {
  readonly past: PastEpisode
  readonly isNotHelpful: boolean
  readonly words: HistoryWords
  readonly now: number
  readonly onNotHelpful: (episode: string, isNot: boolean) => void
}

/**
 * One past episode: time, pair, venue, tier, kinds, the price changes at its peak and later, and whether it helped.
 */
export function EpisodeRow({ past, isNotHelpful, words, now, onNotHelpful }: Props) {
  const { episode, outcome } = past
  const { say, format } = words
  const { base, quote, venue, tier } = episode
  const name = base !== null && quote !== null ? pairName({ base, quote }) : say('market.title')
  return (
    <tr>
      <td class="num">{format.moment(episode.startedAt, now)}</td>
      <th scope="row">
        <a href={detailsAddress(episode.id)}>{name}</a>
      </th>
      <td>{venueName(venue, words.lang)}</td>
      <td class={`tier tier-${tier}`}>
        <TierIcon tier={tier} /> {say(`tier.${tier}`)}
      </td>
      <td class="kinds">{kindsOf(words, episode)}</td>
      <Change ratio={episode.peakPrice / episode.startPrice} words={words} />
      {horizons.map(([horizon, afterMs]) => (
        <Change
          key={horizon}
          ratio={outcome[horizon]}
          dueInMs={episode.startedAt + afterMs - now}
          words={words}
        />
      ))}
      <td>
        <input
          type="checkbox"
          aria-label={say('notHelpful', { pair: name })}
          checked={isNotHelpful}
          onChange={({ currentTarget }) => onNotHelpful(episode.id, currentTarget.checked)}
        />
      </td>
    </tr>
  )
}

interface ChangeProps {
  readonly ratio: number | null
  /** In how long the price will be taken, ms; by default it could have been taken. */
  readonly dueInMs?: number
  readonly words: HistoryWords
}

function Change({ ratio, dueInMs = 0, words: { say, format } }: ChangeProps) {
  if (ratio === null)
    return (
      <td class="r unknown">
        {dueInMs > 0 ? say('due', { length: format.length(dueInMs) }) : say('unknown')}
      </td>
    )
  return <td class={`r num ${ratio > 1 ? 'up' : ratio < 1 ? 'down' : ''}`}>{format.change(ratio - 1)}</td>
}
