import { attempt } from '../../ui/page/attempt.ts'
import { venueName } from '../../shared/venue-name.ts'
import type { Moment } from '../replay/as-known-at.ts'
import { statementsOf, summaryOf } from '../timeline/statements.ts'
import type { DetailsWords } from '../words.ts'
import type { PanelProps } from './panel-props.ts'

/** What every panel gets to draw a moment, but how prices are written. `now`: wall clock, ms. */
export function panelOf(
  { view, data }: Moment,
  words: DetailsWords,
  now: number,
): Omit<PanelProps, 'formatPrice'> {
  const summary = attempt(() => summaryOf(data.officials, view))
  const statements = attempt(() => statementsOf(summary)) ?? []
  const checkedAt = summary?.checkedAt ?? null
  return { view, data, words, statements, checkedAt, venueName: venueName(view.venue, words.lang), now }
}
