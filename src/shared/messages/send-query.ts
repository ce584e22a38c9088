import browser from 'webextension-polyfill'
import type { QueryKind, Queries } from './queries.ts'

/** A question on its way to the background. */
export interface QueryMessage<K extends QueryKind = QueryKind> {
  readonly query: K
  readonly args: Queries[K]['args']
}

/** What comes back. The envelope tells the answer `null` from a message that nobody answered. */
export interface QueryReply<K extends QueryKind = QueryKind> {
  readonly answer: Queries[K]['answer']
}

/** Longer than a worker needs to wake and read its record; a page that waits says so meanwhile, ms. */
const defaultTimeoutMs = 8_000

/**
 * Asks the background a question and waits for the answer.
 *
 * @param timeoutMs how long to wait
 * @returns the answer, or undefined where it is unknown: nobody listens (the extension was just
 * updated), the background failed, or the time is over. Never rejects.
 */
export async function sendQuery<K extends QueryKind>(
  query: K,
  args: Queries[K]['args'],
  timeoutMs = defaultTimeoutMs,
): Promise<Queries[K]['answer'] | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs)
  })
  const message: QueryMessage<K> = { query, args }
  const sent = send(message).catch(() => undefined)
  const reply = await Promise.race([sent, late])
  clearTimeout(timer)
  return isReply<K>(reply) ? reply.answer : undefined
}

/** Our own background is the only one that answers: the envelope is enough. */
function isReply<K extends QueryKind>(reply: unknown): reply is QueryReply<K> {
  return typeof reply === 'object' && reply !== null && 'answer' in reply
}

/** In a page left over from before an update the call itself throws: async makes that a rejection. */
async function send(message: QueryMessage): Promise<unknown> {
  return browser.runtime.sendMessage<QueryMessage, unknown>(message)
}
