import * as v from 'valibot'
import type { Runtime } from 'webextension-polyfill'
import { tiers } from '../../market/tier.ts'
import type { Queries, QueryKind } from '../../shared/messages/queries.ts'
import type { QueryReply } from '../../shared/messages/send-query.ts'
import { browser } from '../../shared/web-extension.ts'

/** The handler of each kind of query. A kind without one is left unanswered, which the page shows. */
export type QueryHandlers = {
  readonly [K in QueryKind]?: (
    args: Queries[K]['args'],
  ) => Queries[K]['answer'] | Promise<Queries[K]['answer']>
}

const pair = v.object({ venue: v.string(), base: v.string(), quote: v.string() })
const finite = v.pipe(v.number(), v.finite())
const noArgs = v.strictObject({})
/** Longest span of candles of one query, ms. */
const maxCandleSpanMs = 90 * 86_400_000

/** Valid arguments by kind. A page left open during an update still sends those of the version before. */
const argsSchemas: { readonly [K in QueryKind]: v.GenericSchema<unknown, Queries[K]['args']> } = {
  history: v.object({
    pair: v.nullable(v.string()),
    before: v.nullable(finite),
    most: v.pipe(finite, v.minValue(1)),
    tier: v.optional(v.nullable(v.picklist(tiers)), null),
    venue: v.optional(v.nullable(v.string()), null),
  }),
  candles: v.pipe(
    v.object({ pair, from: finite, until: finite }),
    v.check(({ from, until }) => from < until && until - from <= maxCandleSpanMs),
  ),
  'held-back': noArgs,
  tape: v.object({ pair }),
  course: v.object({ episode: v.string() }),
  recording: v.object({ episode: v.string() }),
  elsewhere: v.object({ pair }),
  // A loose check: the options page sends settings that its own store has validated.
  preview: v.custom<Queries['preview']['args']>((args) =>
    v.is(v.object({ settings: v.looseObject({}) }), args),
  ),
  scorecard: noArgs,
  unstored: noArgs,
  'notifications-allowed': noArgs,
  'test-notification': v.object({ sound: v.boolean() }),
  health: noArgs,
  'try-again': noArgs,
  'delete-data': noArgs,
}

const envelope = v.object({ query: v.string(), args: v.unknown() })
const isKind = (text: string): text is QueryKind => Object.hasOwn(argsSchemas, text)

/**
 * A message listener that answers the queries of the extension's own pages (`sendQuery`). It returns undefined
 * where the message is not a valid query, comes from a trading page, or has no handler.
 */
export function answerQueries(
  handlers: QueryHandlers,
): (message: unknown, sender: Runtime.MessageSender) => Promise<QueryReply> | undefined {
  return (message, { url }) => {
    if (!v.is(envelope, message) || !isKind(message.query)) return undefined
    // Content scripts send no queries: one from a trading page comes from a compromised renderer.
    if (!url?.startsWith(browser.runtime.getURL(''))) return undefined
    return answerTo(handlers, message.query, message.args)
  }
}

function answerTo<K extends QueryKind>(
  handlers: QueryHandlers,
  kind: K,
  args: unknown,
): Promise<QueryReply<K>> | undefined {
  const handle = handlers[kind]
  if (!handle || !isArgsOf(kind, args)) return undefined
  return Promise.resolve(handle(args)).then((answer) => ({ answer }))
}

function isArgsOf<K extends QueryKind>(kind: K, args: unknown): args is Queries[K]['args'] {
  return v.is(argsSchemas[kind], args)
}
