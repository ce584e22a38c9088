import { type Episode, isFall } from '../../market/episode.ts'
import type { Statement } from '../../market/official.ts'
import { tierRank, type Tier } from '../../market/tier.ts'
import type { Course, CourseStep } from '../../shared/course.ts'
import { kindsOf, phaseWord } from '../../ui/words/episode-words.ts'
import { strayPrice } from '../../ui/card/evidence-line.ts'
import type { PageIconName } from '../../ui/icons/page-icons.ts'
import { statementText } from '../../ui/official/official-words.ts'
import type { PriceFormatter } from '../price-format.ts'
import type { DatedStatement } from './statements.ts'
import type { DetailsWords } from '../words.ts'

/** One row of the timeline. */
export interface TimelineEntry {
  readonly key: string
  /** Market time (ms); of an official entry the time the venue gives, if any. */
  readonly at: number
  readonly icon: PageIconName
  readonly colour: Tier | 'official' | null
  readonly text: string
  /** Set on official entries. */
  readonly statement: Statement | null
}

type MeasuredEntry = Omit<TimelineEntry, 'key' | 'statement'>

/** Measured and official entries of the pair, oldest first. `isComplete`: see `SubjectView.isCourseComplete`. */
export function pairEntries(
  words: DetailsWords,
  episode: Episode | null,
  course: Course | null,
  isComplete: boolean,
  statements: readonly DatedStatement[],
  formatPrice: PriceFormatter,
): readonly TimelineEntry[] {
  const measured =
    episode && course
      ? [...episodeEntries(words, episode, formatPrice), ...courseEntries(words, episode, course, isComplete)]
      : []
  const rows = measured.map((row, i): TimelineEntry => ({ ...row, key: `measured ${i}`, statement: null }))
  const official = statements.map(({ statement, at }): TimelineEntry => ({
    key: `official ${statement.id}`,
    at,
    icon: 'official',
    colour: 'official',
    text: statementText(words, statement),
    statement,
  }))
  return [...rows, ...official].sort((a, b) => a.at - b.at)
}

/** Start, extreme and stray print of the episode. */
function episodeEntries(
  words: DetailsWords,
  episode: Episode,
  formatPrice: PriceFormatter,
): readonly MeasuredEntry[] {
  const { say, format } = words
  const { startedAt, startPrice, peakAt, peakPrice, strayPrint, symbol } = episode
  const start =
    symbol === null ? say('timeline.startMarket') : say('timeline.start', { price: formatPrice(startPrice) })
  const rows: MeasuredEntry[] = [{ at: startedAt, icon: 'phase-building', colour: null, text: start }]
  if (peakPrice !== startPrice) {
    const values = { price: formatPrice(peakPrice), change: format.change(peakPrice / startPrice - 1) }
    const text = say(isFall(episode) ? 'timeline.low' : 'timeline.peak', values)
    rows.push({ at: peakAt, icon: 'phase-fading', colour: null, text })
  }
  if (strayPrint) {
    const multiple = format.multiple(strayPrint.price / strayPrint.reference)
    const text = say('timeline.print', { price: strayPrice(words, episode), multiple })
    rows.push({ at: strayPrint.at, icon: 'tier-danger', colour: 'danger', text })
  }
  return rows
}

function courseEntries(
  words: DetailsWords,
  episode: Episode,
  { steps }: Course,
  whole: boolean,
): readonly MeasuredEntry[] {
  return steps.flatMap((step, i) =>
    i === 0 && !whole
      ? firstRecordEntry(words, episode, step)
      : stepEntries(words, episode, step, steps[i - 1]),
  )
}

/** The first record of an episode that was running already is no change, but its state at that time. */
function firstRecordEntry(
  words: DetailsWords,
  episode: Episode,
  { at, tier, phase }: CourseStep,
): MeasuredEntry {
  const text = words.say('timeline.found', {
    tier: words.say(`tier.${tier}`),
    phase: phaseWord(words, episode, phase),
  })
  return { at, icon: `tier-${tier}`, colour: tier, text }
}

/** Entries for what is new in a step. A higher tier is one entry that names all kinds. */
function stepEntries(
  words: DetailsWords,
  episode: Episode,
  step: CourseStep,
  before: CourseStep | undefined,
): readonly MeasuredEntry[] {
  const { say, format } = words
  const { at, tier, phase, kinds } = step
  const [kind = episode.kind, ...also] = kinds.filter((each) => !before?.kinds.includes(each))
  const change = format.change(step.price / episode.startPrice - 1)
  if (tierRank(tier) > tierRank(before?.tier ?? null)) {
    const all = kindsOf(words, { ...episode, kind: kinds[0] ?? episode.kind, also: kinds.slice(1) })
    const text = say('timeline.tier', { tier: say(`tier.${tier}`), kinds: all, change })
    return [{ at, icon: `tier-${tier}`, colour: tier, text }]
  }
  const rows: MeasuredEntry[] = []
  if (phase !== before?.phase) {
    const text = say('timeline.phase', { phase: phaseWord(words, episode, phase), change })
    rows.push({ at, icon: `phase-${phase}`, colour: null, text })
  }
  if (kinds.some((each) => !before?.kinds.includes(each))) {
    const text = say('timeline.also', { kinds: kindsOf(words, { ...episode, kind, also }) })
    rows.push({ at, icon: `tier-${tier}`, colour: tier, text })
  }
  return rows
}
