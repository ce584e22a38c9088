import { tableBelow, type TableRow } from './table-below.ts'

/** A share with its 95 % interval. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** How well one detector does, as SCORECARD.md gives it. */
export interface DetectorFigures {
  readonly name: string
  readonly recall: Share
  /** False alarms per pair and day. */
  readonly falseAlarms: Share
  /** Latency, s. */
  readonly median: number
  readonly ninetieth: number
}

/** `0.863 (0.793–0.911)`. @throws Error on any other form */
function shareOf(text = ''): Share {
  const [value, low, high] = (/^([\d.]+) \(([\d.]+)–([\d.]+)\)$/.exec(text) ?? []).slice(1).map(Number)
  if (value === undefined || low === undefined || high === undefined) throw new Error(`No share: "${text}"`)
  return { value, low, high }
}

function figuresOf(name: string, row: TableRow): DetectorFigures {
  const [median, ninetieth] = (row['latency median / 90 %'] ?? '').split(' / ').map(parseFloat)
  if (median === undefined || ninetieth === undefined || Number.isNaN(median + ninetieth))
    throw new Error(`No latency of ${name}`)
  return {
    name,
    recall: shareOf(row['recall (95 %)']),
    falseAlarms: shareOf(row['false alarms / pair-day (95 %)']),
    median,
    ninetieth,
  }
}

/** The three tiers, strongest first. @throws Error where SCORECARD.md has another form */
export const tierFigures = (scorecard: string): readonly DetectorFigures[] =>
  tableBelow(scorecard, '## Tiers')
    .filter((row) => row['full hour'] === 'yes')
    .map((row) => figuresOf(row['tier'] ?? '', row))

/** Keiho's tiers beside other rules. @throws Error as tierFigures */
export const ruleFigures = (scorecard: string): readonly DetectorFigures[] =>
  tableBelow(scorecard, '## Other rules').map((row) => figuresOf(row['detector'] ?? '', row))

/** Each feed with its tiers. @throws Error as tierFigures */
export const feedFigures = (scorecard: string): readonly DetectorFigures[] =>
  tableBelow(scorecard, '## Feeds and stages').map((row) =>
    figuresOf(`${row['feed'] ?? ''}: ${row['tier'] ?? ''}`, row),
  )
