import { requestedSymbol } from '../../exchanges/validate/requested-symbol.ts'
import type { Exchange } from '../../exchanges/exchange.ts'
import type { OfficialSource } from '../../exchanges/official/official-source.ts'
import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import type { OfficialState } from '../../exchanges/official/official-state.ts'
import { sourceKindOf, officialSources } from '../../exchanges/official/poll-source.ts'
import { recordSourceFailure } from '../../exchanges/official/take-official.ts'
import { takeReply } from '../../exchanges/official/take-reply.ts'
import type { Call } from '../requests/poll.ts'
import type { Calls } from '../requests/request-queue.ts'

/** What of a venue's own words outlives the worker. */
export interface Kept {
  readonly ledger: OfficialState
  /** By address: wall clock, ms, before which it is not asked again, however often the worker is woken. */
  readonly restUntil: Readonly<Record<string, number>>
}

/** Asks one venue's own sources, each as often as it is worth asking. */
export interface OfficialPolls {
  readonly kept: Kept
  /** The venue's own time at a moment of ours, ms: all times of the ledger are on it. */
  timeAt(now: number): number
  /** Once a second: what is due is asked. `symbols` are the pairs in question, where a source tells of one each. */
  beat(now: number, symbols: readonly string[]): void
  /** Everything is due at once: the trader asked. */
  again(): void
}

/** @param onLook called after every look, whatever came of it */
export function createOfficialPolls(
  exchange: Exchange,
  calls: Calls,
  begin: Kept,
  onLook: () => void,
): OfficialPolls {
  let { ledger } = begin
  const restUntil = { ...begin.restUntil }
  let lead = 0
  let inQuestion: readonly string[] = []

  const callsOf = (source: OfficialSource): readonly RestCall[] => {
    const { forPair, url, everyMs } = source
    const rest = (restUntil[url] ?? 0) - Date.now()
    // A clock that was put back must not make it wait for ever.
    if (rest > 0 && rest <= everyMs) return []
    return forPair && inQuestion.length > 0
      ? inQuestion.map((symbol) => forPair.call(source, symbol))
      : [source]
  }
  const pollOf = (source: OfficialSource): Call => ({
    round: () => callsOf(source),
    ...(source.forPair ? {} : { serves: source.url }),
    everyMs: source.everyMs,
    ...(source.forPair && { partial: true as const }),
    aside: {
      isApart: !source.documented,
      onMissed(reason) {
        const now = Date.now()
        if (!source.documented) restUntil[source.url] = now + source.everyMs
        ledger = missed(ledger, source, reason, now + lead)
        onLook()
      },
    },
    onAnswers(answers) {
      const now = Date.now()
      // The next moment of its place may come sooner than a period; who promises nothing is asked no sooner.
      restUntil[source.url] = now + source.everyMs / (source.documented ? 2 : 1)
      for (const { call, payload, at } of answers) {
        // The venue's own clock: what it says of times is on it.
        lead = at - now
        ledger = takeReply(exchange, ledger, source, payload, at, requestedSymbol(exchange, call.url)).state
      }
      onLook()
      return null
    },
  })
  const polls = officialSources(exchange).map((source) => ({ source, poll: pollOf(source) }))
  return {
    get kept() {
      return { ledger, restUntil }
    },
    timeAt: (now) => now + lead,
    beat(now, symbols) {
      inQuestion = symbols
      for (const { poll } of polls) calls.beat(poll, now)
    },
    again() {
      for (const { source, poll } of polls) {
        restUntil[source.url] = 0
        calls.again(poll)
      }
    },
  }
}

/** The ledger after a source gave no answer, to any of what it tells. */
function missed(ledger: OfficialState, source: OfficialSource, reason: string, at: number): OfficialState {
  const { url, kind, furtherKinds = [], documented } = source
  return [kind, ...furtherKinds].reduce((kept, each) => {
    const what = sourceKindOf(each)
    return what ? recordSourceFailure(kept, reason, { url, what, documented }, at) : kept
  }, ledger)
}
