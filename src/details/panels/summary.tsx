import { figuresOf } from '../figures.ts'
import type { Part } from '../part.ts'

/** The figures one looks for first. */
export function Summary(part: Part & { readonly currency: 'JPY' | 'USD' }) {
  return (
    <dl class="sum" aria-label={part.words.say('sum')}>
      {figuresOf(part, part.currency).map(({ name, value, more }) => (
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
