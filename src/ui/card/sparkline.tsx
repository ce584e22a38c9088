import { type Episode, isFall } from '../../market/episode.ts'
import { sparkShape, type SparkSize } from './spark-shape.ts'

/** Labels of a big sparkline: time of the start, the present, and the price of a stray print. */
export interface SparkLabels {
  readonly start: string
  readonly now: string
  readonly strayPrint: string
}

interface Props {
  readonly episode: Episode
  readonly size: SparkSize
  readonly labels?: SparkLabels
}

/** The price line of an episode: grey before its start, dark since. The same figures are next to it as text. */
export function Sparkline({ episode, size, labels }: Props) {
  const { width, height, big } = size
  const { before, since, start, now, peak, strayPrint, floor } = sparkShape(episode, size)
  return (
    <svg class="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {big && <path class="spark-base" d={`M0 ${start.y}H${width}`} />}
      <path class="spark-start" d={`M${start.x} ${big ? 2 : 1}V${floor - 1}`} />
      <path class="spark-before" d={before} />
      <path class="spark-since" d={since} />
      {strayPrint && <path class="spark-off" d={`M${strayPrint.x} ${strayPrint.y - 3}V${big ? 8 : 5}`} />}
      {strayPrint && (
        <path
          class="spark-cap"
          d={big ? `M${strayPrint.x - 4} 7l4-5 4 5z` : `M${strayPrint.x - 3} 5l3-4 3 4z`}
        />
      )}
      {peak && <path class="spark-peak" d={caret(peak.x, peak.y, isFall(episode))} />}
      <circle class="spark-dot" cx={now.x} cy={now.y} r={big ? 3 : 2.2} />
      {labels && (
        <g>
          <text x={start.x} y={height - 3} text-anchor={anchor(start.x, width)}>
            {start.x < width - 60 ? labels.start : ''}
          </text>
          <text x={width} y={height - 3} text-anchor="end">
            {labels.now}
          </text>
          {strayPrint && (
            <text
              class="spark-off-label"
              x={strayPrint.x + (strayPrint.x > width / 2 ? -9 : 9)}
              y="11"
              text-anchor={strayPrint.x > width / 2 ? 'end' : 'start'}
            >
              {labels.strayPrint}
            </text>
          )}
        </g>
      )}
    </svg>
  )
}

/** A caret that points at the peak from above, at a low from below. */
function caret(x: number, y: number, below: boolean): string {
  return below ? `M${x - 3} ${y + 7}h6l-3-4z` : `M${x - 3} ${y - 7}h6l-3 4z`
}

function anchor(x: number, width: number): 'start' | 'middle' {
  return x < width * 0.12 ? 'start' : 'middle'
}
