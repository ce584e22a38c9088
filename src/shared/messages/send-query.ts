import { browser } from '../web-extension.ts'
import type { QueryKind, Queries } from './queries.ts'

/** Message with a query for the background. */
export interface QueryMessage<K extends QueryKind = QueryKind> {
  readonly query: K
  readonly args: Queries[K]['args']
}

/** Reply message. The envelope distinguishes the answer `null` from no reply. */
export interface QueryReply<K extends QueryKind = QueryKind> {
  readonly answer: Queries[K]['answer']
}

/** Longer than a worker needs to start and to read its record, ms. Pages show that they wait. */
const defaultTimeoutMs = 8_000

/**
 * Sends a query to the background and waits for the answer.
 *
 * @returns the answer, or undefined if it is unknown: no listener (the extension was just updated), an error in
 *   the
 * background, or a timeout. Never rejects.
 */
export async function sendQuery<K extends QueryKind>(
  query: K,
  args: Queries[K]['args'],
  timeoutMs = defaultTimeoutMs,
): Promise<Queries[K]['answer'] | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs)
  })
  const message: QueryMessage<K> = { query, args }
  const sent = send(message).catch(() => undefined)
  const reply = await Promise.race([sent, timeout])
  clearTimeout(timer)
  return isReply<K>(reply) ? reply.answer : undefined
}

/** Only our background answers, so checking the envelope is enough. */
function isReply<K extends QueryKind>(reply: unknown): reply is QueryReply<K> {
  return typeof reply === 'object' && reply !== null && 'answer' in reply
}

/** In a page opened before an update `sendMessage` throws synchronously: `async` turns that into a rejection. */
async function send(message: QueryMessage): Promise<unknown> {
  return browser.runtime.sendMessage<QueryMessage, unknown>(message)
}
