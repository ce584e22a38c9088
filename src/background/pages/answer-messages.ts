import type { Runtime } from 'webextension-polyfill'
import { browser } from '../../shared/web-extension.ts'

/** What answers messages: with a promise, or undefined where a message is not for it. */
type Answer = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined

/**
 * Answers messages by what a promise brings; one that fails answers nothing, so that no page waits for it. Chromium
 * takes no promise from a listener: the listener says that it will answer, and calls back.
 * Reference: https://developer.chrome.com/docs/extensions/develop/concepts/messaging#responses
 */
export function answerMessages(answer: Answer): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => {
    const answered = answer(message, sender)
    answered?.then(respond, () => respond(undefined))
    return answered !== undefined
  }
  // The types know of `true` alone, the browsers take what is false for no answer.
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}
