import type { Pair } from '../../market/pair.ts'
import type { TapeSummary } from '../../shared/messages/queries.ts'
import { locales } from '../../shared/languages.ts'
import { valueOr } from '../data/query-result.ts'
import { Placeholder } from './placeholder.tsx'
import { localZoneName } from '../timeline/zones.ts'
import { Panel } from './panel.tsx'
import type { PanelProps } from './panel-props.ts'
import type { DetailsWords } from '../words.ts'

/** An older summary shows its time (ms). */
const freshMs = 15_000

/** Taker trades of the last minute. */
export function TapePanel({ data, words, now, pair }: PanelProps & { readonly pair: Pair }) {
  const { say, format } = words
  const { tape } = data
  const summary = valueOr(tape, null)
  const isOld = tape.kind === 'known' && now - tape.at > freshMs
  const subtitle =
    summary && tape.kind === 'known'
      ? isOld
        ? say('asOf', { time: `${format.clock(tape.at, 'second')} ${localZoneName(words, tape.at)}` })
        : say('tape.window', { length: format.length(summary.windowMs) })
      : undefined
  return (
    <Panel name="tape" title={say('tape.title')} subtitle={subtitle}>
      {summary ? (
        <table class={`evidence ${isOld ? 'old' : ''}`}>
          <tbody>
            {rowsOf(words, summary, pair.quote).map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <b class="num">{value}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Placeholder result={tape.kind} words={words} none={say('tape.none')} />
      )}
    </Panel>
  )
}

function rowsOf({ lang, say, format }: DetailsWords, tape: TapeSummary, quote: string) {
  const turnover = new Intl.NumberFormat(locales[lang], { maximumSignificantDigits: 4 }).format(tape.turnover)
  return [
    [say('tape.trades'), format.count(tape.trades)],
    [say('tape.buys'), format.count(tape.takerBuys)],
    [say('tape.rush'), format.count(tape.rushOrders)],
    [say('tape.share'), tape.buyShare === null ? say('dash') : format.share(tape.buyShare)],
    [say('tape.turnover', { quote }), turnover],
  ] as const
}
