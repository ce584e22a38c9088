import { marketName } from '../words/episode-words.ts'
import type { Words } from '../words/words.ts'

/** The market that a card is about, where the page shows another. */
export interface OtherMarket {
  /** Address of the pair's trading page there. */
  readonly tradingPage: string | null
  /** Whether it is another market of the page's exchange. */
  readonly isSameVenue: boolean
}

interface Props extends OtherMarket {
  /** Id of the venue. */
  readonly venue: string
  /** Name of the pair. */
  readonly title: string
  readonly venueName: string
  readonly words: Words
}

/** States that a card is about another market than the page it is shown on, with a link to that market. */
export function OtherMarketNote({ venue, title, venueName, tradingPage, isSameVenue, words }: Props) {
  const { say } = words
  return (
    <p class="away">
      {isSameVenue
        ? say('elsewhere.market', { market: marketName(words, venue, venueName) })
        : say('elsewhere.about', { venue: venueName })}{' '}
      {tradingPage !== null && (
        <a class="way" href={tradingPage} target="_blank" rel="noopener noreferrer">
          {say('elsewhere.open', { pair: title, venue: venueName })}
        </a>
      )}
    </p>
  )
}
