import type { DetailsView } from '../data/details-view.ts'
import type { DetailsWords } from '../words.ts'

interface Props {
  readonly kind: Exclude<DetailsView['kind'], 'shown'>
  readonly words: DetailsWords
}

/** The page without a subject, and why. */
export function EmptyPage({ kind, words: { say } }: Props) {
  if (kind === 'waiting')
    return (
      <main class="absent">
        <p role="status">{say('none.waiting')}</p>
      </main>
    )
  const text = kind === 'gone' ? 'none.gone' : 'none.noSubject'
  return (
    <main class="absent">
      <h1>{say(text)}</h1>
      <p>{say(`${text}.why`)}</p>
    </main>
  )
}
