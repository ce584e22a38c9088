import type { ChartModel } from '../chart/model.ts'
import { localZoneName } from '../timeline/zones.ts'
import type { DetailsWords } from '../words.ts'

interface Props {
  readonly model: ChartModel
  readonly words: DetailsWords
  /** Why the venue's candles are not shown; null where they are. */
  readonly why: string | null
}

/** The legend of the chart: whose prices, how they are drawn, how long a bar is, in which zone its times are. */
export function Legend({ model, words, why }: Props) {
  const { say, format } = words
  const isDrawn = model.line.length > 0 || model.bars.some((bar) => bar !== null)
  return (
    <p class="legend">
      {model.source === 'keiho' && isDrawn && <span>{say('chart.line')}</span>}
      {why !== null && <span>{why}</span>}
      {model.line.length === 0 && (
        <>
          <span>
            <i class="hollow" />
            {say('chart.up')}
          </span>
          <span>
            <i class="solid" />
            {say('chart.down')}
          </span>
        </>
      )}
      <span>
        <i class="closed hatch" />
        {say('chart.noTrading')}
      </span>
      <span>{say('chart.bars', { length: format.length(model.grid.intervalMs) })}</span>
      <span>{say('chart.zone', { zone: localZoneName(words, model.grid.from) })}</span>
    </p>
  )
}
