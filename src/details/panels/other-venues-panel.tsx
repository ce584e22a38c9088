import type { ElsewherePrice } from '../../market/elsewhere-price.ts'
import { decimalsOf } from '../../ui/words/decimals.ts'
import { valueOr } from '../data/query-result.ts'
import { Placeholder } from './placeholder.tsx'
import { Panel } from './panel.tsx'
import type { PanelProps } from './panel-props.ts'
import type { DetailsWords } from '../words.ts'
import { venueName } from '../../shared/venue-name.ts'

/** Prices of the same coin on the other venues that are switched on. */
export function OtherVenuesPanel({ data, words, venueName }: PanelProps) {
  const { say, format } = words
  const { elsewhere } = data
  const prices = valueOr(elsewhere, [])
  const newest = Math.max(...prices.map(({ at }) => at))
  const subtitle = prices.length > 0 ? say('asOf', { time: format.clock(newest) }) : undefined
  return (
    <Panel name="elsewhere" title={say('elsewhere.title')} subtitle={subtitle}>
      {prices.length > 0 ? (
        <table class="t">
          <thead>
            <tr>
              <th scope="col">{say('elsewhere.venue')}</th>
              <th scope="col" class="r">
                {say('elsewhere.price')}
              </th>
              <th scope="col" class="r">
                {say('elsewhere.gap', { venue: venueName })}
              </th>
            </tr>
          </thead>
          <tbody>
            {prices.map((each) => (
              <OtherVenueRow key={`${each.pair.venue} ${each.pair.quote}`} {...{ each, words }} />
            ))}
          </tbody>
        </table>
      ) : (
        <Placeholder result={elsewhere.kind} words={words} none={say('elsewhere.none')} />
      )}
    </Panel>
  )
}

function OtherVenueRow({ each, words }: { each: ElsewherePrice; words: DetailsWords }) {
  const { say, format } = words
  const { pair, last, gap, suspended } = each
  return (
    <>
      <tr>
        <th scope="row">{venueName(pair.venue, words.lang)}</th>
        <td class="r num">
          {format.price(last, decimalsOf([last]))} <small>{pair.quote}</small>
        </td>
        <td class="r">
          {gap === null ? (
            <small>{say('elsewhere.unlike')}</small>
          ) : (
            <span class="num">{format.change(gap)}</span>
          )}
        </td>
      </tr>
      {suspended && (
        <tr class="sub">
          <td colSpan={3}>
            <small>{say('elsewhere.suspended')}</small>
          </td>
        </tr>
      )}
    </>
  )
}
