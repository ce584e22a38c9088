import type { Episode } from '../../market/episode.ts'
import type { Statement } from '../../market/official.ts'
import { tierRank, type Tier } from '../../market/tier.ts'
import type { Course, CourseStep } from '../../shared/course.ts'
import { isFall, kindsOf, phaseWord } from '../../ui/words/episode-words.ts'
import { strayPrice } from '../../ui/card/evidence-line.ts'
import type { PageIconName } from '../../ui/icons/page-icons.ts'
import { statementText } from '../../ui/official/known-words.ts'
import type { WritePrice } from '../price-words.ts'
import type { Said } from './statements.ts'
import type { DetailsWords } from '../words.ts'

/** One row of the timeline. */
export interface Entry {
  readonly key: string
  /** Market time, ms; of an official row the venue's own, where it gives one. */
  readonly at: number
  readonly icon: PageIconName
  readonly tone: Tier | 'official' | null
  readonly text: string
  /** Set on official rows. */
  readonly statement: Statement | null
}

type Row = Omit<Entry, 'key' | 'statement'>

/** What was measured and what the venue said, oldest first. `whole`: the course was noted from its first change on. */
export function timelineOf(
  words: DetailsWords,
  episode: Episode | null,
  course: Course | null,
  whole: boolean,
  said: readonly Said[],
  price: WritePrice,
): readonly Entry[] {
  const measured =
    episode && course ? [...momentsOf(words, episode, price), ...stepsOf(words, episode, course, whole)] : []
  const rows = measured.map((row, i): Entry => ({ ...row, key: `measured ${i}`, statement: null }))
  const official = said.map(({ statement, at }): Entry => ({
    key: `official ${statement.id}`,
    at,
    icon: 'official',
    tone: 'official',
    text: statementText(words, statement),
    statement,
  }))
  return [...rows, ...official].sort((a, b) => a.at - b.at)
}

/** What the episode itself tells: where it began, its extreme, its stray print. */
function momentsOf(words: DetailsWords, episode: Episode, price: WritePrice): readonly Row[] {
  const { say, format } = words
  const { startedAt, startPrice, peakAt, peakPrice, strayPrint, symbol } = episode
  const start =
    symbol === null ? say('timeline.startMarket') : say('timeline.start', { price: price(startPrice) })
  const rows: Row[] = [{ at: startedAt, icon: 'phase-building', tone: null, text: start }]
  if (peakPrice !== startPrice) {
    const values = { price: price(peakPrice), change: format.change(peakPrice / startPrice - 1) }
    const text = say(isFall(episode) ? 'timeline.low' : 'timeline.peak', values)
    rows.push({ at: peakAt, icon: 'phase-fading', tone: null, text })
  }
  if (strayPrint) {
    const multiple = format.multiple(strayPrint.price / strayPrint.reference)
    const text = say('timeline.print', { price: strayPrice(words, episode), multiple })
    rows.push({ at: strayPrint.at, icon: 'tier-danger', tone: 'danger', text })
  }
  return rows
}

function stepsOf(words: DetailsWords, episode: Episode, { steps }: Course, whole: boolean): readonly Row[] {
  return steps.flatMap((step, i) =>
    i === 0 && !whole ? foundRow(words, episode, step) : stepRows(words, episode, step, steps[i - 1]),
  )
}

/** Of an episode that was running before anybody looked the first record is no change: it stood so by then. */
function foundRow(words: DetailsWords, episode: Episode, { at, tier, phase }: CourseStep): Row {
  const text = words.say('timeline.found', {
    tier: words.say(`tier.${tier}`),
    phase: phaseWord(words, episode, phase),
  })
  return { at, icon: `tier-${tier}`, tone: tier, text }
}

/** A step is told by what is new in it: a higher tier says its kinds and phase along. */
function stepRows(
  words: DetailsWords,
  episode: Episode,
  step: CourseStep,
  before: CourseStep | undefined,
): readonly Row[] {
  const { say, format } = words
  const { at, tier, phase, kinds } = step
  const [kind = episode.kind, ...also] = kinds.filter((each) => !before?.kinds.includes(each))
  const change = format.change(step.price / episode.startPrice - 1)
  if (tierRank(tier) > tierRank(before?.tier ?? null)) {
    const all = kindsOf(words, { ...episode, kind: kinds[0] ?? episode.kind, also: kinds.slice(1) })
    const text = say('timeline.tier', { tier: say(`tier.${tier}`), kinds: all, change })
    return [{ at, icon: `tier-${tier}`, tone: tier, text }]
  }
  const rows: Row[] = []
  if (phase !== before?.phase) {
    const text = say('timeline.phase', { phase: phaseWord(words, episode, phase), change })
    rows.push({ at, icon: `phase-${phase}`, tone: null, text })
  }
  if (kinds.some((each) => !before?.kinds.includes(each))) {
    const text = say('timeline.also', { kinds: kindsOf(words, { ...episode, kind, also }) })
    rows.push({ at, icon: `tier-${tier}`, tone: tier, text })
  }
  return rows
}
