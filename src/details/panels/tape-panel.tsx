import type { Pair } from '../../market/pair.ts'
import type { TapeSummary } from '../../shared/messages/queries.ts'
import { locales } from '../../shared/texts.ts'
import { valueOf } from '../answer.ts'
import { Nothing } from './nothing.tsx'
import { Panel } from './panel.tsx'
import type { Part } from '../part.ts'
import type { DetailsWords } from '../words.ts'

/** Older than this (ms) a summary is no longer of the present. */
const presentMs = 15_000

/** What takers did in the last minute. */
export function TapePanel({ facts, words, now, pair }: Part & { readonly pair: Pair }) {
  const { say, format } = words
  const { tape } = facts
  const summary = valueOf(tape, null)
  const isOld = tape.kind === 'known' && now - tape.at > presentMs
  const aside =
    summary && tape.kind === 'known'
      ? isOld
        ? say('asOf', { time: format.clock(tape.at, 'second') })
        : say('tape.window', { length: format.length(summary.windowMs) })
      : undefined
  return (
    <Panel name="tape" title={say('tape.title')} aside={aside}>
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
        <Nothing answer={tape.kind} words={words} none={say('tape.none')} />
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
