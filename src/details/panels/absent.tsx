import type { Scene } from '../scene.ts'
import type { DetailsWords } from '../words.ts'

interface Props {
  readonly kind: Exclude<Scene['kind'], 'shown'>
  readonly words: DetailsWords
}

/** The page where there is nothing to show, and why. */
export function Absent({ kind, words: { say } }: Props) {
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
