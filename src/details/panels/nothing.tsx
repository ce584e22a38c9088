import type { Answer } from '../answer.ts'
import type { DetailsWords } from '../words.ts'

interface Props {
  readonly answer: Answer<unknown>['kind']
  readonly words: DetailsWords
  /** What is so where there is an answer and nothing in it. */
  readonly none: string
}

/** What stands in the place of figures: asked, not known, or none. Nothing spins: an answer may never come. */
export function Nothing({ answer, words: { say }, none }: Props) {
  const text = { waiting: say('unknown.waiting'), unknown: say('unknown.answer'), known: none }[answer]
  return <p class={`nothing ${answer === 'known' ? '' : 'hatch'}`}>{text && <span>{text}</span>}</p>
}
