import type { DetectorFigures } from './scorecard-figures.ts'

const left = 380
const width = 960
const rowHeight = 26
const top = 44

const style = `<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2328 } .axis { stroke: #8c959f } .grid { stroke: #d0d7de }
  .mark { fill: #57606a; stroke: #57606a } .own { fill: #8a1a8a; stroke: #8a1a8a }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .grid { stroke: #30363d } .mark { fill: #9da7b3; stroke: #9da7b3 }
    .own { fill: #d670d6; stroke: #d670d6 }
  }
</style>`

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** One row: a point with a bar around it, both in the unit of the axis. */
interface Row {
  readonly name: string
  readonly isOwn: boolean
  readonly low: number
  readonly value: number
  readonly high: number
  readonly says: string
}

interface Axis {
  readonly title: string
  readonly ticks: readonly number[]
  /** Place of a value on it, 0 to 1. */
  readonly place: (value: number) => number
}

/** Rows of points with bars on one axis, as SVG that follows the reader's theme. */
function rowsSvg(rows: readonly Row[], { title, ticks, place }: Axis): string {
  const height = top + rows.length * rowHeight + 12
  const x = (value: number) =>
    (left + Math.min(1, Math.max(0, place(value))) * (width - left - 130)).toFixed(1)
  const grid = ticks.map(
    (tick) =>
      `<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${top - 8}" y2="${height - 12}"/><text x="${x(tick)}" y="${top - 14}" text-anchor="middle">${tick}</text>`,
  )
  const marks = rows.map(({ name, isOwn, low, value, high, says }, i) => {
    const y = top + i * rowHeight + rowHeight / 2
    const kind = isOwn ? 'own' : 'mark'
    return `<text x="0" y="${y + 4}">${plain(name)}</text><line class="${kind}" stroke-width="3" x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}"/><circle class="${kind}" cx="${x(value)}" cy="${y}" r="5"/><text x="${width - 120}" y="${y + 4}">${plain(says)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${plain(title)}">
${style}
<text x="0" y="14" font-weight="600">${plain(title)}</text>
${[...grid, ...marks].join('\n')}
</svg>
`
}

/** False alarms of each detector at its recall. @param figures Keiho's rows begin with its name */
export function reliabilitySvg(figures: readonly DetectorFigures[]): string {
  const rows = figures.map(({ name, recall, falseAlarms }) => ({
    name: name,
    isOwn: name.startsWith('Keiho'),
    ...falseAlarms,
    says: `recall ${recall.value}`,
  }))
  const log = (value: number) => (Math.log10(Math.max(value, 0.001)) + 3) / 4
  return rowsSvg(rows, {
    title: 'False alarms per pair and day with their 95 % interval (logarithmic), and recall',
    ticks: [0.001, 0.01, 0.1, 1, 10],
    place: log,
  })
}

/** Latency of each feed and tier: from the median to the slowest tenth. */
export function latencySvg(figures: readonly DetectorFigures[]): string {
  const rows = figures.map(({ name, median, ninetieth }) => ({
    name: name.replace('suspects confirmed by trades', 'with trades'),
    isOwn: name.includes('confirmed'),
    low: median,
    value: median,
    high: ninetieth,
    says: `${median} s / ${ninetieth} s`,
  }))
  return rowsSvg(rows, {
    title: 'Seconds from a rise of 5 % to the alert: median, and the bar to the slowest tenth',
    ticks: [0, 15, 30, 45, 60, 75, 90],
    place: (seconds) => seconds / 90,
  })
}
