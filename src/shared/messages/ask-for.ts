import browser from 'webextension-polyfill'
import type { QuestionKind, Questions } from './queries.ts'

/** A question on its way to the background. */
export interface Asked<K extends QuestionKind = QuestionKind> {
  readonly question: K
  readonly ask: Questions[K]['ask']
}

/** What comes back. The envelope tells the answer `null` from a message that nobody answered. */
export interface Answered<K extends QuestionKind = QuestionKind> {
  readonly answer: Questions[K]['answer']
}

/** Longer than a worker needs to wake and read its record; a page that waits says so meanwhile, ms. */
const PATIENCE = 8_000

/**
 * Asks the background a question and waits for the answer.
 *
 * @param patience how long to wait, ms
 * @returns the answer, or undefined where it is unknown: nobody listens (the extension was just
 * updated), the background failed, or the time is over. Never rejects.
 */
export async function askFor<K extends QuestionKind>(
  question: K,
  ask: Questions[K]['ask'],
  patience = PATIENCE,
): Promise<Questions[K]['answer'] | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience)
  })
  const asked: Asked<K> = { question, ask }
  const sent = send(asked).catch(() => undefined)
  const reply = await Promise.race([sent, late])
  clearTimeout(timer)
  return isAnswered<K>(reply) ? reply.answer : undefined
}

/** Our own background is the only one that answers: the envelope is enough. */
function isAnswered<K extends QuestionKind>(reply: unknown): reply is Answered<K> {
  return typeof reply === 'object' && reply !== null && 'answer' in reply
}

/** In a page left over from before an update the call itself throws: async makes that a rejection. */
async function send(asked: Asked): Promise<unknown> {
  return browser.runtime.sendMessage<Asked, unknown>(asked)
}
