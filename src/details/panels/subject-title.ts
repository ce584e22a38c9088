import { pairName } from '../../market/pair.ts'
import type { SubjectView } from '../data/details-view.ts'
import type { DetailsWords } from '../words.ts'

/** `SYS/BTC`, or the text for the whole market. */
export function subjectTitle({ say }: DetailsWords, { pair }: SubjectView): string {
  return pair ? pairName(pair) : say('market.title')
}
