import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { drawChart, type Chart, type ChartInput } from '../chart/draw-chart.ts'
import { chartHeightPx } from '../chart/pane-heights.ts'
import { endOf } from '../chart/grid.ts'
import { chartFigures } from '../chart/chart-figures.ts'
import { FiguresTable } from './figures-table.tsx'
import { subjectTitle } from './subject-title.ts'
import { localZoneName } from '../timeline/zones.ts'
import { whyNoCandles } from './why-no-candles.ts'
import { Legend } from './legend.tsx'
import { Panel } from './panel.tsx'
import type { PanelProps } from './panel-props.ts'

interface Props extends PanelProps {
  readonly input: ChartInput
  /** Receives the chart: the export takes its screenshot. */
  readonly chart: { current: Chart | null }
}

/** The chart, and its figures for those who cannot see it. Its space is reserved while prices are queried. */
export function ChartPanel({ input, chart, view, data, words, venueName }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const { model, formatPrice } = input
  const isEmpty = model.line.length === 0 && model.bars.every((bar) => bar === null)

  useLayoutEffect(() => {
    if (!container.current) return undefined
    try {
      chart.current = drawChart(container.current, words, input)
    } catch {
      // Without a canvas the table below shows the figures instead.
      setFailed(true)
    }
    return () => {
      chart.current?.remove()
      chart.current = null
    }
    // Updates follow below; only another language, or other panes, need a new chart.
  }, [words, model.hasVolume, model.lanePanes])
  useLayoutEffect(() => chart.current?.update(input), [input])

  const { say, format } = words
  const described = say('chart.described', {
    pair: subjectTitle(words, view),
    from: format.moment(model.grid.from, view.marketNow),
    to: format.moment(endOf(model.grid), view.marketNow),
    zone: localZoneName(words, model.grid.from),
  })
  const why = view.pair && whyNoCandles(words, data.candles, venueName)
  return (
    <Panel name="chart" title={say('chart')}>
      <Legend {...{ model, words, why }} />
      {failed ? (
        <p class="nothing">{say('chart.failed')}</p>
      ) : (
        <div
          class="canvas"
          style={{ height: `${chartHeightPx(model.lanePanes)}px` }}
          aria-busy={view.pair !== null && data.candles.kind === 'waiting'}
        >
          <div ref={container} role="img" aria-label={described} />
          {isEmpty && (
            <p class="over">
              <span>{data.candles.kind === 'waiting' ? say('chart.waiting') : say('chart.noPrices')}</span>
            </p>
          )}
        </div>
      )}
      <FiguresTable
        figures={chartFigures(words, model, formatPrice)}
        zone={localZoneName(words, model.grid.from)}
        words={words}
        isVisible={failed}
      />
    </Panel>
  )
}
