import type { ChartFigure } from '../chart/chart-figures.ts'
import type { DetailsWords } from '../words.ts'

interface Props {
  readonly figures: readonly ChartFigure[]
  /** The zone of its times. */
  readonly zone: string
  readonly words: DetailsWords
  /** Visible where there is no chart, else for screen readers only. */
  readonly isVisible: boolean
}

/** The figures of the chart as a table. */
export function FiguresTable({ figures, zone, words: { say }, isVisible }: Props) {
  return (
    <div class={isVisible ? 'figures' : 'spoken'}>
      <table class="t">
        <caption>{say('figures', { zone })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('figures.what')}</th>
            <th scope="col">{say('figures.value')}</th>
            <th scope="col">{say('figures.when')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ what, value, when }) => (
            <tr key={`${what} ${when}`}>
              <th scope="row">{what}</th>
              <td>{value}</td>
              <td>{when}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
