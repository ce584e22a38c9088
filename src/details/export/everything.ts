import { valueOf } from '../answer.ts'
import type { Part } from '../part.ts'
import { timelineRows } from '../timeline/timeline-rows.ts'

/** Raised when the file changes shape. */
const version = 1

/** Everything the page goes by, as plain data: times in ms UTC, fractions as fractions, null for unknown. */
export function everything(part: Part): object {
  const { scene, facts, said, now } = part
  const known = <T>(answer: Parameters<typeof valueOf<T | null>>[0]) => valueOf<T | null>(answer, null)
  return {
    keiho: { version, exportedAt: now, note: 'Measured facts. Not investment advice.' },
    venue: scene.venue,
    pair: scene.pair,
    marketAt: scene.marketNow,
    last: scene.last,
    episode: scene.episode,
    course: scene.course,
    /** Whether the course was noted from the first change on. */
    courseWhole: scene.whole,
    candles: known(facts.candles),
    tape: known(facts.tape),
    elsewhere: known(facts.elsewhere),
    /** As the page tells it, in its language: the whole market's moves and the venue's silence too. */
    timeline: timelineRows(part).map(({ at, text, statement }) => ({
      at,
      source: statement ? 'official' : 'measured',
      text,
    })),
    official: said.map(({ statement, at }) => ({ ...statement, at })),
    history: known(facts.history),
  }
}
