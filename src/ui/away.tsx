import type { Words } from './words/words.ts'

interface Props {
  /** The pair. */
  readonly title: string
  readonly venueName: string
  /** Of its trading page there. */
  readonly address: string | null
  readonly words: Words
}

/** Says that a card is of another venue than the page it stands on, with the way there. */
export function Away({ title, venueName, address, words: { say } }: Props) {
  return (
    <p class="away">
      {say('elsewhere.about', { venue: venueName })}{' '}
      {address !== null && (
        <a class="way" href={address} target="_blank" rel="noopener noreferrer">
          {say('elsewhere.open', { pair: title, venue: venueName })}
        </a>
      )}
    </p>
  )
}
