import { fetchJson, type FailedReply } from '../../src/background/requests/rest.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import type { ReadKind, RestCall } from '../../src/exchanges/feeds/rest-call.ts'
import { readMarket } from '../../src/exchanges/perpetual/read-market.ts'
import { requestedSymbol } from '../../src/exchanges/validate/requested-symbol.ts'
import type { Failure, Probe, ProbedCall } from './probe.ts'

/** A quarter of a published budget is ours, as in the extension. */
const ourShare = 0.25
/** A Date header is in whole seconds: half of one off on average. */
const dateHeaderMs = 500

/** Asks a venue by REST, one request after the other, within our share of its budget. */
export interface Asker {
  ask(
    call: ProbedCall,
    request: RestCall,
    isDocumented?: boolean,
    kinds?: readonly ReadKind[],
  ): Promise<Probe>
}

export function createAsker(exchange: Exchange): Asker {
  const { weight, perMs, useInFull } = exchange.budget
  const msOfWeight = perMs / weight / (useInFull ? 1 : ourShare)
  let turn: Promise<unknown> = Promise.resolve()
  return {
    ask(call, request, isDocumented = true, kinds = [request.kind]) {
      const probe = turn.then(() => askNow(exchange, call, request, isDocumented, kinds))
      turn = probe.then(() => new Promise((done) => setTimeout(done, request.weight * msOfWeight)))
      return probe
    },
  }
}

async function askNow(
  exchange: Exchange,
  call: ProbedCall,
  request: RestCall,
  isDocumented: boolean,
  kinds: readonly ReadKind[],
): Promise<Probe> {
  const { kind, url, body } = request
  const asked = { venue: exchange.id, call, kind, url, isDocumented, ...(body !== undefined && { body }) }
  const sentAt = Date.now()
  const reply = await fetchJson(request, new AbortController().signal)
  const at = Date.now()
  const nothing = { rows: [], dropped: 0, example: null, at, skewMs: null }
  if (reply.kind !== 'ok') return { ...asked, ...nothing, failure: failureOf(reply), payload: null }
  const { payload } = reply
  const refusal = exchange.refusal?.(payload)
  if (refusal) {
    const what = JSON.stringify(refusal)
    return { ...asked, ...nothing, failure: { verdict: 'refused', what }, payload }
  }
  const readings = kinds.map((each) =>
    readMarket(exchange, each, payload, reply.at, requestedSymbol(exchange, url)),
  )
  const rows = readings.flatMap((reading) => reading.rows)
  const error = rows.find((row) => row.type === 'error')
  return {
    ...asked,
    rows: rows.filter((row) => row.type !== 'error'),
    dropped: readings.reduce((sum, reading) => sum + reading.dropped, 0),
    example: readings.find(({ example }) => example !== undefined)?.example ?? null,
    at,
    skewMs: reply.at + dateHeaderMs - (sentAt + at) / 2,
    failure: error ? { verdict: 'refused', what: error.message } : null,
    payload,
  }
}

/** What a reply without data means to somebody who must mend it. */
function failureOf({ kind, reason, isUndecoded }: FailedReply): Failure {
  if (kind === 'rate-limited') return { verdict: 'limited', what: reason }
  if (kind === 'blocked') return { verdict: 'region', what: reason }
  if (isUndecoded) return { verdict: 'unreadable', what: reason }
  if (/^HTTP (?:3\d\d|404|405|410)$/.test(reason) || reason === 'another host answered')
    return { verdict: 'moved', what: reason }
  if (/^HTTP /.test(reason)) return { verdict: 'refused', what: reason }
  return { verdict: 'unreachable', what: reason }
}
