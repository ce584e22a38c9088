import type { SectionId } from './sections.ts'
import { markdown, type ScorecardTable } from './scorecard-table.ts'
import { tried } from './tried.ts'

const introduction = `# How well Keiho detects

Every table but those at the end comes from \`npm run scorecard\`; the command under each title gives it alone. The
recordings are real: every trade around announced pumps on Binance 2018–2021, and candles of many pairs on ordinary
and on crash days. Each recorded pump is judged by models that have not seen its coin (five folds by coin).
Thresholds and constants were chosen over all folds together, so the figures are still a little kind.

**Recall**: announced pumps with an alert of the tier or above between 3 min before and 10 min after the
announcement. **False alarm**: an alert more than 1 h before or 6 h after every known announcement of the coin; those
within 30 min of the last count once. Some are pumps that nobody recorded. **Latency**: alert minus the first second
in which the price stood 5 % above its 30-min mean. The first day of a recording is warm-up.

![False alarms per pair and day of Keiho's tiers and of other rules](pictures/reliability.svg)

![Latency of each feed and tier](pictures/latency.svg)

\`npm run documents\` draws both from the tables below.`

/** The whole document. */
export function page(tables: readonly (readonly [SectionId, ScorecardTable])[]): string {
  const body = tables.map(([id, table]) => {
    const [title, ...rest] = markdown(table).split('\n')
    return [title!.replace('###', '##'), '', `\`npm run scorecard -- --only ${id}\``, ...rest].join('\n')
  })
  return `${[introduction, ...body, tried].join('\n\n')}\n`
}
