import type { Exchange } from '../../exchanges/exchange.ts'
import type { OfficialSource } from '../../exchanges/official/official-source.ts'
import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import { requestedSymbol } from '../../exchanges/validate/requested-symbol.ts'
import type { OfficialState } from '../../exchanges/official/official-state.ts'
import { sourceKindOf, officialSources } from '../../exchanges/official/poll-source.ts'
import { recordSourceFailure } from '../../exchanges/official/take-official.ts'
import { takeReply } from '../../exchanges/official/take-reply.ts'
import type { Poll } from '../requests/poll.ts'
import type { RequestQueue } from '../requests/request-queue.ts'
import type { SavedOfficial } from '../storage/saved-official.ts'

/** Polls the official sources of one venue, each at its own period. */
export interface OfficialPolls {
  readonly saved: SavedOfficial
  /** The venue's own time at a wall-clock time, ms: all times of its official state are on that clock. */
  venueTimeAt(now: number): number
  /** Once a second: sends due requests. `symbols`: the pairs to request from sources with one pair per request. */
  tick(now: number, symbols: readonly string[]): void
  /** Makes all sources due at once, at the trader's request. */
  makeDue(): void
}

/** An answer's time may be so far (ms) from what is expected of the venue's clock before the next one has to agree. */
const maxLeadChangeMs = 600_000

/** @param onChecked called after every check of a source, whatever its result */
export function createOfficialPolls(
  exchange: Exchange,
  requests: RequestQueue,
  saved: SavedOfficial,
  onChecked: () => void,
): OfficialPolls {
  let state = saved.ledger
  const restUntil = { ...saved.restUntil }
  /** The venue's clock minus ours, ms; and by an answer that is not believed yet. */
  let leadMs = 0
  let doubtedLeadMs: number | null = null
  let hasAnswered = false
  let tickedAt = 0
  let symbolsOfInterest: readonly string[] = []

  /** The venue's time of an answer. All that is kept goes by it, so that one wrong date must not move it. */
  function believedTime(at: number, now: number): number {
    const isNear = (lead: number | null) => lead !== null && Math.abs(at - now - lead) <= maxLeadChangeMs
    const isBelieved = !hasAnswered || isNear(leadMs) || isNear(doubtedLeadMs)
    hasAnswered = true
    doubtedLeadMs = isBelieved ? null : at - now
    if (isBelieved) leadMs = at - now
    return now + leadMs
  }
  const callsOf = (source: OfficialSource): readonly RestCall[] => {
    const { forPair, url, everyMs } = source
    const restMs = (restUntil[url] ?? 0) - Date.now()
    // After the clock was set back a rest may seem longer than a period: it is then ignored.
    if (restMs > 0 && restMs <= everyMs) return []
    return forPair && symbolsOfInterest.length > 0
      ? symbolsOfInterest.map((symbol) => forPair.call(source, symbol))
      : [source]
  }
  const pollOf = (source: OfficialSource): Poll => ({
    calls: () => callsOf(source),
    ...(source.forPair ? {} : { sharedUrl: source.url }),
    everyMs: source.everyMs,
    ...(source.forPair && { partial: true as const }),
    optional: {
      isUndocumented: !source.documented,
      onFailed(reason) {
        const now = Date.now()
        if (!source.documented) restUntil[source.url] = now + source.everyMs
        state = withFailure(state, source, reason, now + leadMs)
        onChecked()
      },
    },
    onAnswers(answers) {
      const now = Date.now()
      // The next time slot may come sooner than a full period; undocumented sources are not requested sooner.
      restUntil[source.url] = now + source.everyMs / (source.documented ? 2 : 1)
      for (const { call, payload, at } of answers) {
        const time = believedTime(at, now)
        state = takeReply(exchange, state, source, payload, time, requestedSymbol(exchange, call.url)).state
      }
      onChecked()
      return null
    },
  })
  const polls = officialSources(exchange).map((source) => ({ source, poll: pollOf(source) }))
  return {
    get saved() {
      return { ledger: state, restUntil }
    },
    venueTimeAt: (now) => now + leadMs,
    tick(now, symbols) {
      // Our clock was set back, the venue's was not: its lead grew by as much, until the next answer tells it.
      leadMs += Math.max(0, tickedAt - now)
      tickedAt = now
      symbolsOfInterest = symbols
      for (const { poll } of polls) requests.tick(poll, now)
    },
    makeDue() {
      for (const { source, poll } of polls) {
        restUntil[source.url] = 0
        requests.makeDue(poll)
      }
    },
  }
}

/** The state after a source failed, for each kind of statement that it gives. */
function withFailure(
  state: OfficialState,
  source: OfficialSource,
  reason: string,
  at: number,
): OfficialState {
  const { url, kind, furtherKinds = [], documented } = source
  return [kind, ...furtherKinds].reduce((before, each) => {
    const what = sourceKindOf(each)
    return what ? recordSourceFailure(before, reason, { url, what, documented }, at) : before
  }, state)
}
