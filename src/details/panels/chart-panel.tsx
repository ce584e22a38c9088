import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { drawChart, type Chart, type Drawing } from '../chart/draw.ts'
import { chartHeight } from '../chart/pane-heights.ts'
import { endOf } from '../chart/grid.ts'
import { chartFigures } from '../chart-figures.ts'
import { FiguresTable } from './figures-table.tsx'
import { titleOfScene } from './head.tsx'
import { Legend } from './legend.tsx'
import { Panel } from './panel.tsx'
import type { Part } from '../part.ts'

interface Props extends Part {
  readonly drawing: Drawing
  /** Where the chart is put for whoever wants its picture. */
  readonly chart: { current: Chart | null }
}

/** The chart, with its figures for those who cannot see it. Its place is kept while prices are asked for. */
export function ChartPanel({ drawing, chart, scene, facts, words }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const { model, price } = drawing
  const isEmpty = model.line.length === 0 && model.bars.every((bar) => bar === null)

  useLayoutEffect(() => {
    if (!place.current) return undefined
    try {
      chart.current = drawChart(place.current, words, drawing)
    } catch {
      // No canvas: the table below says what the chart would.
      setFailed(true)
    }
    return () => {
      chart.current?.remove()
      chart.current = null
    }
    // What it draws comes below; only another language needs another chart.
  }, [words])
  useLayoutEffect(() => chart.current?.update(drawing), [drawing])

  const { say, format } = words
  const described = say('chart.described', {
    pair: titleOfScene(words, scene),
    from: format.moment(model.grid.from, scene.marketNow),
    to: format.moment(endOf(model.grid), scene.marketNow),
  })
  const why = facts.candles.kind === 'waiting' ? say('chart.waiting') : say('chart.noPrices')
  return (
    <Panel name="chart" title={say('chart')}>
      <Legend model={model} words={words} />
      {failed ? (
        <p class="nothing">{say('chart.failed')}</p>
      ) : (
        <div class="canvas" style={{ height: `${chartHeight}px` }}>
          <div ref={place} role="img" aria-label={described} />
          {isEmpty && (
            <p class="over">
              <span>{why}</span>
            </p>
          )}
        </div>
      )}
      <FiguresTable figures={chartFigures(words, model, price)} words={words} shown={failed} />
    </Panel>
  )
}
