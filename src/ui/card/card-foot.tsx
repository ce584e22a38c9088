import { Icon } from '../icons/icon.tsx'
import type { Words } from '../words/words.ts'

interface Props {
  /** Age of the data in ms of wall clock; null before the first. */
  readonly dataAge: number | null
  readonly stale: boolean
  readonly words: Words
}

/** How old the data are, and what the card is not. */
export function CardFoot({ dataAge, stale, words: { say, format } }: Props) {
  const length = format.length(dataAge ?? 0)
  return (
    <footer class="card-foot">
      <span>
        <Icon name={stale ? 'venue-stale' : 'venue-live'} />
        {dataAge === null ? say('data.none') : say(stale ? 'data.last' : 'data.age', { length })}
      </span>
      <span>{say('advice.none')}</span>
    </footer>
  )
}
