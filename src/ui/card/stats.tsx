import { changeFromPeak, changeSinceStart, type Episode, isFall } from '../../market/episode.ts'
import { decimalsOf } from '../words/decimals.ts'
import { type ConvertedPrice, convertedText } from '../words/converted-price.ts'
import type { Words } from '../words/words.ts'

interface Props {
  readonly episode: Episode
  readonly words: Words
  /** The last price in the trader's currency; null where that is the quote currency, or the rate is unknown. */
  readonly converted: ConvertedPrice | null
}

/** The three figures of a card; a whole market has medians instead of a price. */
export function Stats({ episode, words, converted }: Props) {
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
          more={converted && convertedText(words, converted)}
        />
      )}
    </dl>
  )
}

function Stat({ name, value, more = null }: { name: string; value: string; more?: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="num">{value}</dd>
      {more !== null && <dd class="own num">{more}</dd>}
    </div>
  )
}
