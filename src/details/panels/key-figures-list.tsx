import { keyFigures } from './key-figures.ts'
import type { PanelProps } from './panel-props.ts'

/** The most important figures. */
export function KeyFigures(part: PanelProps & { readonly currency: 'JPY' | 'USD' }) {
  return (
    <dl class="sum" aria-label={part.words.say('sum')}>
      {keyFigures(part, part.currency).map(({ name, value, more }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b class="num">{value}</b>
            <small>{more || ' '}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
