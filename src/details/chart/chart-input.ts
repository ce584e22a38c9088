import { decimalsOf } from '../../ui/words/decimals.ts'
import type { PanelProps } from '../panels/panel-props.ts'
import { priceFormatter } from '../price-format.ts'
import { chartCandles } from './chart-candles.ts'
import type { ChartInput } from './draw-chart.ts'
import { chartModel, chartSpan } from './model.ts'

type ChartSource = Pick<PanelProps, 'view' | 'data' | 'words' | 'statements' | 'checkedAt'>

/** What the chart draws of the page's data, and how it writes prices. */
export function chartInputOf({ view, data, words, statements, checkedAt }: ChartSource): ChartInput {
  const { episode } = view
  const shown = chartCandles(data.candles, episode)
  const closes = shown.candles.slice(-50).map(({ close }) => close)
  const prices = episode ? [episode.startPrice, episode.peakPrice, episode.lastPrice] : []
  return {
    model: chartModel(view, shown, statements, checkedAt),
    formatPrice: priceFormatter(words, episode, closes),
    decimals: decimalsOf([...prices, ...closes]),
  }
}

/**
 * The same of a replayed moment: on the time axis and with the decimals of now, and in its panes, so that only what is known
 * changes.
 */
export function chartInputAt(
  { view, data, statements, checkedAt }: ChartSource,
  present: ChartSource,
  input: ChartInput,
): ChartInput {
  const shown = chartCandles(data.candles, present.view.episode)
  const model = chartModel(view, shown, statements, checkedAt, chartSpan(present.view))
  return { ...input, model: { ...model, lanePanes: input.model.lanePanes } }
}
