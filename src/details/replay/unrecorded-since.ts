import { isOpen } from '../../market/episode.ts'
import type { SubjectView } from '../data/details-view.ts'

/** A course whose last figure is older (ms), or two of its intervals, has none of that moment. */
const recentMs = 60_000

/**
 * When the last figure of an episode that still ran was recorded before a moment (ms), where that is too long
 * ago to be of that moment; null where one is.
 */
export function unrecordedSince({ episode, course }: SubjectView, at: number): number | null {
  if (!episode || !course || !isOpen(episode)) return null
  const last = Math.max(...[...course.samples, ...course.steps, ...episode.evidence].map((each) => each.at))
  return at - last > Math.max(recentMs, 2 * course.spacingMs) ? last : null
}
