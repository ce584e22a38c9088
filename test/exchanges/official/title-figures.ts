import { classifyTitle } from '../../../src/exchanges/official/classify-title.ts'
import type { LabelledTitle } from './labelled-title.ts'

/** How well titles of one topic are classified. */
export interface TopicFigures {
  /** Titles labelled with the topic. */
  readonly titles: number
  /** Precision: of the titles classified so, the share labelled so. */
  readonly precision: number
  /** Recall: of the titles labelled so, the share classified so. */
  readonly recall: number
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
const percent = (n: number) => `${Math.round(n * 100)} %`.padStart(6)

/** Compares the rules with labels. `table` is for reading. */
export function figures(titles: readonly LabelledTitle[]) {
  const sorted = titles.map((label) => ({ label, ours: classifyTitle(label.title) }))
  const topics = [...new Set(sorted.flatMap(({ label, ours }) => [label.what, ours.what]))].toSorted()
  const perTopic: Record<string, TopicFigures> = {}
  for (const topic of topics) {
    const labelled = sorted.filter(({ label }) => label.what === topic)
    const given = sorted.filter(({ ours }) => ours.what === topic)
    const right = labelled.filter(({ ours }) => ours.what === topic).length
    perTopic[topic] = {
      titles: labelled.length,
      precision: share(right, given.length),
      recall: share(right, labelled.length),
    }
  }
  const overRight = share(
    sorted.filter(({ label, ours }) => label.over === ours.isOver).length,
    sorted.length,
  )
  const assetsRight = share(
    sorted.filter(({ label, ours }) => label.assets.join() === ours.assets.join()).length,
    sorted.length,
  )
  const wrong = sorted.filter(
    ({ label, ours }) =>
      label.what !== ours.what || label.over !== ours.isOver || label.assets.join() !== ours.assets.join(),
  )
  const lines = [
    `titles held back: ${titles.length}`,
    'topic                  titles  precision  recall',
    ...Object.entries(perTopic).map(
      ([topic, { titles: n, precision, recall }]) =>
        `${topic.padEnd(22)} ${String(n).padStart(6)}     ${percent(precision)}  ${percent(recall)}`,
    ),
    `over or not: ${percent(overRight).trim()}   tickers exactly: ${percent(assetsRight).trim()}`,
    ...wrong.map(
      ({ label, ours }) =>
        `otherwise: ${label.title} -> ${ours.what}${ours.isOver ? ' over' : ''} [${ours.assets.join(' ')}]`,
    ),
  ]
  return { perTopic, overRight, assetsRight, table: lines.join('\n') }
}
