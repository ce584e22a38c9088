import type { Exchange } from '../exchange.ts'
import type { OfficialSource } from './official-source.ts'
import { read } from '../gate/read.ts'
import type { OfficialState, SourceRef } from './official-state.ts'
import { sourceKindOf } from './source.ts'
import { takeOfficial } from './take-official.ts'

/**
 * Takes the reply of an official source into a venue's ledger: everything that it tells.
 *
 * @param payload parsed JSON
 * @param now wall clock, ms: when it came
 * @param asked the pair that was asked for, of a source that is asked pair by pair
 * @returns the ledger, and how many entries were not sound
 */
export function takeReply(
  exchange: Exchange,
  ledger: OfficialState,
  source: OfficialSource,
  payload: unknown,
  now: number,
  asked?: string,
): { readonly ledger: OfficialState; readonly dropped: number } {
  let next = ledger
  let dropped = 0
  for (const kind of [source.kind, ...(source.furtherKinds ?? [])]) {
    const what = sourceKindOf(kind)
    if (!what) continue
    const reading = read(exchange, kind, payload, now, asked)
    const told: SourceRef = {
      url: source.url,
      what,
      documented: source.documented,
      ...(asked ? { asked } : {}),
    }
    // A reply of another shape says nothing: it must not read as "all is well". No list of coins is empty.
    const isList = what === 'currencies' || what === 'symbols'
    const isStrange = reading.rows.length === 0 && (reading.dropped > 0 || isList)
    const rows = isStrange ? [{ type: 'error', message: 'a reply of another shape' } as const] : reading.rows
    next = takeOfficial(next, rows, told, now)
    dropped += reading.dropped
  }
  return { ledger: next, dropped }
}
