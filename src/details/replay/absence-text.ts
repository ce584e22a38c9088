import type { SubjectView } from '../data/details-view.ts'
import type { DetailsWords } from '../words.ts'

/** Why a replayed moment has no episode: nothing was flagged yet, or nothing is recorded. */
export function absenceText({ say }: DetailsWords, { isCourseComplete }: SubjectView): string {
  return say(isCourseComplete ? 'replay.notYet' : 'replay.notRecorded')
}
