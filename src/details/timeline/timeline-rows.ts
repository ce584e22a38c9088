import type { PanelProps } from '../panels/panel-props.ts'
import { contextEntries } from './timeline-context.ts'
import { pairEntries, type TimelineEntry } from './timeline.ts'

type TimelineSource = Pick<PanelProps, 'view' | 'data' | 'words' | 'statements' | 'formatPrice'>

/** The whole timeline, oldest first: measurements of the pair, their context, and the venue's statements. */
export function timelineEntries({
  view,
  data,
  words,
  statements,
  formatPrice,
}: TimelineSource): readonly TimelineEntry[] {
  const { episode, course, isCourseComplete } = view
  const around = contextEntries(words, episode, data.episodes ?? [], statements)
  return [...around, ...pairEntries(words, episode, course, isCourseComplete, statements, formatPrice)].sort(
    (a, b) => a.at - b.at,
  )
}
