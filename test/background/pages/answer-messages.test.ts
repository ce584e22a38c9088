import { afterEach, expect, test } from 'vitest'
import { answerMessages } from '../../../src/background/pages/answer-messages.ts'
import { browser } from '../../shared/browser-stub.ts'

afterEach(() => browser.runtime.onMessage.clear())

const ask = (message: unknown) => browser.runtime.onMessage.answers(message, {})

test('a message is answered by what the promise of one of the listeners brings', async () => {
  answerMessages((message) => (message === 'a' ? Promise.resolve({ answer: 1 }) : undefined))
  answerMessages((message) => (message === 'b' ? Promise.resolve({ answer: 2 }) : undefined))
  expect(await Promise.all(ask('a'))).toEqual([{ answer: 1 }])
  expect(await Promise.all(ask('b'))).toEqual([{ answer: 2 }])
  expect(ask('c')).toEqual([])
})

test('nobody waits for the answer of what fails', async () => {
  answerMessages(() => Promise.reject(new Error('broken')))
  expect(await Promise.all(ask('a'))).toEqual([undefined])
})
