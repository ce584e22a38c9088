import { readFileSync } from 'node:fs'
import { benchmarksTable, type BenchOutput } from './benchmarks-table.ts'
import { feedFigures, ruleFigures, tierFigures } from './scorecard-figures.ts'
import { latencySvg, reliabilitySvg } from './svg.ts'
import { markdownTable } from './table-below.ts'

/** A file of which a command makes all, or the part between its two marks. */
interface Generated {
  readonly file: string
  /** Name in the marks `<!-- begin NAME -->` and `<!-- end NAME -->`; null: the whole file. */
  readonly part: string | null
  make(): string
}

const read = (file: string) => readFileSync(file, 'utf8')

function shortScorecard(): string {
  const rows = tierFigures(read('SCORECARD.md')).map(({ name, recall, falseAlarms, median, ninetieth }) => [
    `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    `${(100 * recall.value).toFixed(1)} % (${(100 * recall.low).toFixed(0)}–${(100 * recall.high).toFixed(0)})`,
    `${falseAlarms.value} (${falseAlarms.low}–${falseAlarms.high})`,
    `${median} s / ${ninetieth} s`,
  ])
  const head = [
    'tier',
    'announced pumps found (95 %)',
    'false alarms per pair and day (95 %)',
    'latency median / 90 %',
  ]
  return markdownTable([head, ...rows])
}

/** Everything in the documents that a command makes. Its sources are stored results of other commands. */
export const generated: readonly Generated[] = [
  { file: 'README.md', part: 'scorecard', make: shortScorecard },
  {
    file: 'BENCHMARKS.md',
    part: 'figures',
    make: () => benchmarksTable(JSON.parse(read('benchmarks.json')) as BenchOutput),
  },
  {
    file: 'pictures/reliability.svg',
    part: null,
    make: () => reliabilitySvg(ruleFigures(read('SCORECARD.md'))),
  },
  { file: 'pictures/latency.svg', part: null, make: () => latencySvg(feedFigures(read('SCORECARD.md'))) },
]

/**
 * A file with its part made anew.
 *
 * @param text the file as it is
 * @throws Error where the marks of the part are missing
 */
export function withPart(text: string, part: string, made: string): string {
  const [begin, end] = [`<!-- begin ${part} -->`, `<!-- end ${part} -->`]
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The marks of the part "${part}" are missing`)
  return `${text.slice(0, from + begin.length)}\n\n${made}\n\n${text.slice(to)}`
}

/** A generated file as it should be; `before` is null where it is not there. */
export function remake({ file, part, make }: Generated): {
  readonly before: string | null
  readonly after: string
} {
  let before: string | null = null
  try {
    before = read(file)
  } catch {
    // It is made for the first time.
  }
  return { before, after: part === null ? make() : withPart(before ?? '', part, make()) }
}
