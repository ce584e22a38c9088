import type { ChartInput } from '../chart/draw-chart.ts'
import type { PanelProps } from '../panels/panel-props.ts'
import { localZoneName } from '../timeline/zones.ts'
import { timelineEntries } from '../timeline/timeline-rows.ts'
import { captionOf } from './caption.ts'

/**
 * The page in plain text, to be passed on: what the picture's caption says, then the timeline with its zone at each
 * time and the address of each statement, oldest first.
 */
export function shareText(panel: PanelProps, { model }: ChartInput): string {
  const { words } = panel
  const { title, lines } = captionOf(panel, model.grid)
  const entries = timelineEntries(panel).map(({ at, text, statement }) => {
    const time = `${words.format.moment(at, 0)} ${localZoneName(words, at)}`
    return [time, text, statement?.url].filter(Boolean).join('  ')
  })
  return [title, ...lines, '', ...entries].join('\n')
}
