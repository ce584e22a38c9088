import type { ChartModel } from '../chart/model.ts'
import type { DetailsWords } from '../words.ts'

/** The legend of the chart. */
export function Legend({ model, words: { say, format } }: { model: ChartModel; words: DetailsWords }) {
  return (
    <p class="legend">
      {model.line.length > 0 ? (
        <span>{say('chart.line')}</span>
      ) : (
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
    </p>
  )
}
