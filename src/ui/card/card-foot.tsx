import { Icon } from '../icons/icon.tsx'
import type { Words } from '../words/words.ts'

interface Props {
  /** Age of the data by the wall clock (ms); null before the first data. */
  readonly dataAge: number | null
  readonly stale: boolean
  readonly words: Words
}

/** Age of the data, and that the card is no advice. */
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
