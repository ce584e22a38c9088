import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { tiers } from '../../market/tier.ts'
import type { QueryReply } from '../../shared/messages/send-query.ts'
import type { QueryKind, Queries } from '../../shared/messages/queries.ts'

/** Who answers which question. A kind nobody answers stays unknown to the page, which says so. */
export type Handlers = {
  readonly [K in QueryKind]?: (
    ask: Queries[K]['args'],
  ) => Queries[K]['answer'] | Promise<Queries[K]['answer']>
}

const pair = v.object({ venue: v.string(), base: v.string(), quote: v.string() })
const finite = v.pipe(v.number(), v.finite())
const nothing = v.strictObject({})

/** What may be asked; a page left over from before an update asks as it did then. */
const asks: { readonly [K in QueryKind]: v.GenericSchema<unknown, Queries[K]['args']> } = {
  history: v.object({
    pair: v.nullable(v.string()),
    before: v.nullable(finite),
    most: v.pipe(finite, v.minValue(1)),
    tier: v.optional(v.nullable(v.picklist(tiers)), null),
    venue: v.optional(v.nullable(v.string()), null),
  }),
  candles: v.object({ pair, intervalMs: v.pipe(finite, v.minValue(1)) }),
  tape: v.object({ pair }),
  course: v.object({ episode: v.string() }),
  elsewhere: v.object({ pair }),
  // The settings' own reader looks at them more closely.
  preview: v.custom<Queries['preview']['args']>((ask) =>
    v.is(v.object({ settings: v.looseObject({}) }), ask),
  ),
  scorecard: nothing,
  'delete-data': nothing,
}

const envelope = v.object({ query: v.string(), args: v.unknown() })
const isKind = (text: string): text is QueryKind => Object.hasOwn(asks, text)

/**
 * Answers the questions of the extension's own pages (`askFor`), as a listener of messages: undefined where the
 * message is no sound question, comes from a trading page, or is of a kind nobody answers.
 */
export function answering(
  handlers: Handlers,
): (message: unknown, sender: browser.Runtime.MessageSender) => Promise<QueryReply> | undefined {
  return (message, { url }) => {
    if (!v.is(envelope, message) || !isKind(message.query)) return undefined
    // Nothing on a trading page asks: what comes from there is not ours, whoever took it over.
    if (!url?.startsWith(browser.runtime.getURL(''))) return undefined
    return answerTo(handlers, message.query, message.args)
  }
}

function answerTo<K extends QueryKind>(
  handlers: Handlers,
  kind: K,
  ask: unknown,
): Promise<QueryReply<K>> | undefined {
  const handle = handlers[kind]
  if (!handle || !isAskOf(kind, ask)) return undefined
  return Promise.resolve(handle(ask)).then((answer) => ({ answer }))
}

function isAskOf<K extends QueryKind>(kind: K, ask: unknown): ask is Queries[K]['args'] {
  return v.is(asks[kind], ask)
}
