import type { ResultOfNow } from '../data/query-result.ts'
import type { DetailsWords } from '../words.ts'

interface Props {
  readonly result: ResultOfNow<unknown>['kind']
  readonly words: DetailsWords
  /** The text for a result that is known and empty. */
  readonly none: string
}

/** Stands in for figures that are pending, unknown or none. Without a spinner: an answer may never arrive. */
export function Placeholder({ result, words: { say }, none }: Props) {
  const text = {
    waiting: say('unknown.waiting'),
    unknown: say('unknown.answer'),
    'not-recorded': say('replay.notRecorded'),
    known: none,
  }[result]
  return (
    <p class={`nothing ${result === 'known' ? '' : 'hatch'}`} aria-busy={result === 'waiting'}>
      {text && <span>{text}</span>}
    </p>
  )
}
