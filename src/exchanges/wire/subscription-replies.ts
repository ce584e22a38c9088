import type { StreamCall, SubscriptionReply } from '../feeds/stream-call.ts'
import { asList, type JsonObject } from './json.ts'
import { sayingOf, wordOf } from './word-of.ts'

// How exchanges acknowledge and refuse subscriptions, one reader per format. Replies to other frames of ours, an
// unsubscription or a heartbeat, say nothing of a subscription: null.

/** Reads what a message says of a subscription; null: nothing. */
export type ReplyReader = NonNullable<StreamCall['subscriptionReply']>

/** Not the names' fault: limits, overload, maintenance. */
const busyWords =
  /too.?many|frequen|rate.?limit|over.?limit|exceed|busy|try again|internal|unavailable|maintenance|time.?out/i
const alreadyWords = /already/i

/** What an error means: one frame too many about what is subscribed to already does no harm. */
export function kindOfError(...said: readonly unknown[]): SubscriptionReply['kind'] {
  const text = sayingOf(said)
  return alreadyWords.test(text) ? 'accepted' : busyWords.test(text) ? 'busy' : 'refused'
}

/** What a text names, by the first group of a pattern. */
export const namesIn = (said: unknown, pattern: RegExp): readonly string[] =>
  [...sayingOf(said ?? '').matchAll(pattern)].flatMap(([, name]) => name ?? [])

/** A reader that is given objects alone. */
/*#__NO_SIDE_EFFECTS__*/
export const ofObject = (read: (message: JsonObject) => SubscriptionReply | null) => (message: unknown) =>
  typeof message === 'object' && message !== null ? read(message as JsonObject) : null

/** An object, or an empty one in its place. */
export const inner = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null ? (value as JsonObject) : {}

/** Names, unless there are none. */
export const withNames = (names: readonly string[]) => (names.length > 0 ? { names } : {})

/** `{"result":null,"id":1}`; an error stands under `error` or at the top: `{"code":2,"msg":"…","id":1}`. */
export const binanceReply: ReplyReader = /*#__PURE__*/ ofObject(({ id, result, error, code, msg }) => {
  if (error !== undefined || code !== undefined) return { kind: kindOfError(error, code, msg), id }
  return result === null && id !== undefined ? { kind: 'accepted', id } : null
})

/** The text names topics: those subscribed to, or in brackets those refused. Unsubscribing is answered alike. */
export const mexcReply: ReplyReader = /*#__PURE__*/ ofObject(({ code, msg }) => {
  if (typeof msg !== 'string' || msg === 'PONG') return null
  const names = namesIn(msg, /@([A-Z0-9_]+)(?=[,\]"\s]|$)/g)
  if (code !== 0 || /not subscribed/i.test(msg))
    return { kind: kindOfError(code, msg.replace(/\[.*\]/s, '')), ...withNames(names) }
  return names.length > 0 ? { kind: 'accepted', names } : null
})

/** One reply per frame; a refusal names the topic that spoilt it, one subscribed to already included. */
export const bybitReply: ReplyReader = /*#__PURE__*/ ofObject(({ op, success, ret_msg, req_id }) => {
  if (op !== 'subscribe') return null
  const id = req_id === '' ? undefined : req_id
  if (success === true) return { kind: 'accepted', id }
  const names = namesIn(ret_msg, /(?:publicTrade|allLiquidation)\.([\w.-]+)/g)
  return { kind: kindOfError(ret_msg), id, ...(names.length > 0 && { names, wholeFrame: true as const }) }
})

/** One event per pair; an error quotes the argument in its text. */
export const okxReply: ReplyReader = /*#__PURE__*/ ofObject(({ event, arg, code, msg }) => {
  const { instId } = inner(arg)
  if (event === 'subscribe' && typeof instId === 'string') return { kind: 'accepted', names: [instId] }
  if (event !== 'error') return null
  return { kind: kindOfError(code, msg), ...withNames(namesIn(msg, /instId\W+([\w-]+)/g)) }
})

/** One event per pair; an error repeats the argument, or quotes it in its text. API v3 says `symbol`. */
export const bitgetReply: ReplyReader = /*#__PURE__*/ ofObject(({ event, arg, code, msg }) => {
  const { instId, symbol = instId } = inner(arg)
  const names = withNames(typeof symbol === 'string' ? [symbol] : namesIn(msg, /(?:instId|symbol)\W+(\w+)/g))
  if (event === 'subscribe') return { kind: 'accepted', ...names }
  return event === 'error' ? { kind: kindOfError(code, msg), ...names } : null
})

/** Classic: `{"id":1,"type":"ack"}`, an error with `code` and `data`. Without a token: `{"id":"1","result":true}`. */
export const kucoinReply: ReplyReader = /*#__PURE__*/ ofObject(
  ({ id, type, result, code, data, message, reason }) => {
    if (type === 'ack' || wordOf(result) === 'true') return { kind: 'accepted', id }
    if (type !== 'error' && wordOf(result) !== 'false') return null
    return { kind: kindOfError(code, data, message, reason), id }
  },
)

/** One reply per frame, with the payload that it answers. */
export const gateReply: ReplyReader = /*#__PURE__*/ ofObject(
  ({ event, channel, id, payload, error, result }) => {
    if (event !== 'subscribe' || typeof channel !== 'string') return null
    const named = asList(payload).filter((name) => typeof name === 'string')
    // A payload that is repeated is the whole frame.
    const about = id === undefined ? withNames(named) : { id }
    const failed = (error ?? null) !== null || inner(result).status === 'fail'
    return { kind: failed ? kindOfError(error) : 'accepted', ...about }
  },
)

/** `{"id":"1","status":"ok","subbed":"market.btcusdt.trade.detail"}` or `"status":"error"`. */
export const htxReply: ReplyReader = /*#__PURE__*/ ofObject(
  ({ id, status, subbed, 'err-code': code, 'err-msg': message }) => {
    if (status === 'error') return { kind: kindOfError(code, message), id }
    return subbed === undefined ? null : { kind: 'accepted', id }
  },
)

/**
 * `{"id":1,"method":"subscribe","code":0}`, which may name its channel; data carry a `result`. What is said of the channels
 * of another topic than `of` is none of a pair's: they accompany it.
 */
/*#__NO_SIDE_EFFECTS__*/
export const cryptocomReplyOf = (of: string): ReplyReader =>
  ofObject(({ id, method, code, message, result, channel }) => {
    if (method !== 'subscribe' || typeof code !== 'number' || result !== undefined) return null
    const [topic, name] = wordOf(channel ?? '').split('.', 2)
    if (topic && topic !== of) return null
    return { kind: code === 0 ? 'accepted' : kindOfError(code, message), id, ...(name && { names: [name] }) }
  })

/** All subscriptions of the connection at each change; an error has no id, and its reason names the product. */
export const coinbaseReply: ReplyReader = /*#__PURE__*/ ofObject(({ type, channels, message, reason }) => {
  if (type === 'subscriptions') {
    const listed = asList(channels).flatMap((channel) => asList(inner(channel).product_ids ?? []))
    return { kind: 'accepted', names: listed.filter((name) => typeof name === 'string') }
  }
  if (type !== 'error' || /unsubscribe/i.test(wordOf(message))) return null
  const names = namesIn(reason ?? message, /\b([A-Z0-9]+-[A-Z0-9]+)\b/g)
  return { kind: kindOfError(message, reason), ...(names.length > 0 && { names, wholeFrame: true as const }) }
})

/** One reply per symbol. */
export const krakenReply: ReplyReader = /*#__PURE__*/ ofObject(
  ({ method, success, result, error, symbol, req_id: id }) => {
    if (method !== 'subscribe') return null
    const named = success === true ? inner(result).symbol : symbol
    const names = typeof named === 'string' ? [named] : namesIn(error, /([A-Z0-9.]+\/[A-Z0-9.]+)/gi)
    return { kind: success === true ? 'accepted' : kindOfError(error), id, ...withNames(names) }
  },
)

/** JSON-RPC 2.0. */
export const bitflyerReply: ReplyReader = /*#__PURE__*/ ofObject(({ id, result, error }) => {
  if ((id ?? null) === null) return null
  if (error !== undefined) return { kind: kindOfError(error), id }
  return result === true ? { kind: 'accepted', id } : null
})

/**
 * Refusals alone: `{"error":"ERR-5106 Invalid request parameter. symbol"}`, ERR-5207 of an unknown symbol; any other is
 * not the name's fault.
 */
export const gmocoinReply: ReplyReader = /*#__PURE__*/ ofObject(({ error }) =>
  typeof error === 'string' ? { kind: /ERR-5(?:106|207)/.test(error) ? 'refused' : 'busy' } : null,
)

/** Refusals alone: `{"error":{"name":"INVALID_PARAM","message":"…"}}`. */
export const upbitReply: ReplyReader = /*#__PURE__*/ ofObject(({ error }) =>
  typeof error === 'object' && error !== null ? { kind: kindOfError(error) } : null,
)
