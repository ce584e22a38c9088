import type { Exchange } from '../exchange.ts'
import { read } from '../validate/read.ts'
import type { OfficialSource } from './official-source.ts'
import type { OfficialState, SourceRef } from './official-state.ts'
import { sourceKindOf } from './poll-source.ts'
import { takeOfficial } from './take-official.ts'

/**
 * Applies the reply of an official source to an exchange's official state: every kind of data in it.
 *
 * @param payload parsed JSON
 * @param now wall clock, ms: when the reply came
 * @param requested the requested pair, where the source is polled pair by pair
 * @returns the next state, and how many entries were invalid
 */
export function takeReply(
  exchange: Exchange,
  state: OfficialState,
  source: OfficialSource,
  payload: unknown,
  now: number,
  requested?: string,
): { readonly state: OfficialState; readonly dropped: number } {
  let next = state
  let dropped = 0
  for (const kind of [source.kind, ...(source.furtherKinds ?? [])]) {
    const what = sourceKindOf(kind)
    if (!what) continue
    const reading = read(exchange, kind, payload, now, requested)
    const ref: SourceRef = {
      url: source.url,
      what,
      documented: source.documented,
      ...(requested ? { requested } : {}),
    }
    // A reply of another shape has no rows, which must not pass for "all is well". No list of coins is empty.
    const isList = what === 'currencies' || what === 'symbols'
    const isMisread = reading.rows.length === 0 && (reading.dropped > 0 || isList)
    const rows = isMisread ? [{ type: 'error', message: 'a reply of another shape' } as const] : reading.rows
    next = takeOfficial(next, rows, ref, now)
    dropped += reading.dropped
  }
  return { state: next, dropped }
}
