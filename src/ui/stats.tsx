import { changeFromPeak, changeSinceStart, type Episode } from '../market/episode.ts'
import { decimalsOf } from './decimals.ts'
import { isFall } from './episode-words.ts'
import type { Words } from './words.ts'

/** The three figures of a card; a whole market has a median instead of a price. */
export function Stats({ episode, words }: { episode: Episode; words: Words }) {
  const { say, format } = words
  const { quote, lastPrice, startPrice, peakPrice } = episode
  return (
    <dl class="stats">
      <Stat
        name={say(quote === null ? 'stat.medianSinceStart' : 'stat.sinceStart')}
        value={format.change(changeSinceStart(episode))}
      />
      <Stat
        name={say(isFall(episode) ? 'stat.fromLow' : 'stat.fromPeak')}
        value={format.change(changeFromPeak(episode))}
      />
      {quote !== null && (
        <Stat
          name={say('stat.last', { quote })}
          value={format.price(lastPrice, decimalsOf([lastPrice, startPrice, peakPrice]))}
        />
      )}
    </dl>
  )
}

function Stat({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="num">{value}</dd>
    </div>
  )
}
