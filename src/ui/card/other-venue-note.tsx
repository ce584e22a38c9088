import type { Words } from '../words/words.ts'

interface Props {
  /** Name of the pair. */
  readonly title: string
  readonly venueName: string
  /** Address of the pair's trading page on that venue. */
  readonly tradingPage: string | null
  readonly words: Words
}

/** States that a card is about another venue than the page it is shown on, with a link to that venue. */
export function OtherVenueNote({ title, venueName, tradingPage, words: { say } }: Props) {
  return (
    <p class="away">
      {say('elsewhere.about', { venue: venueName })}{' '}
      {tradingPage !== null && (
        <a class="way" href={tradingPage} target="_blank" rel="noopener noreferrer">
          {say('elsewhere.open', { pair: title, venue: venueName })}
        </a>
      )}
    </p>
  )
}
