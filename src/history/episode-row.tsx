import { siteOf } from '../exchanges/registry.ts'
import { pairName } from '../market/pair.ts'
import { detailsAddress } from '../shared/details-address.ts'
import type { Outcome, PastEpisode } from '../shared/messages/queries.ts'
import { kindsOf } from '../ui/words/episode-words.ts'
import { TierIcon } from '../ui/card/tier-tag.tsx'
import type { HistoryWords } from './words.ts'

const horizons: readonly (keyof Outcome)[] = ['after15min', 'after1h', 'after24h']

/** One past episode: time, pair, venue, tier, kinds, and the price changes at its peak and later. */
export function EpisodeRow({ past, words, now }: { past: PastEpisode; words: HistoryWords; now: number }) {
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
      <td>{siteOf(venue)?.name ?? venue}</td>
      <td class={`tier tier-${tier}`}>
        <TierIcon tier={tier} /> {say(`tier.${tier}`)}
      </td>
      <td class="kinds">{kindsOf(words, episode)}</td>
      <Change ratio={episode.peakPrice / episode.startPrice} words={words} />
      {horizons.map((horizon) => (
        <Change key={horizon} ratio={outcome[horizon]} words={words} />
      ))}
    </tr>
  )
}

function Change({ ratio, words: { say, format } }: { ratio: number | null; words: HistoryWords }) {
  if (ratio === null) return <td class="r unknown">{say('unknown')}</td>
  return <td class={`r num ${ratio > 1 ? 'up' : ratio < 1 ? 'down' : ''}`}>{format.change(ratio - 1)}</td>
}
