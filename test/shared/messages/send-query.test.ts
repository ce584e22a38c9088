import { beforeEach, describe, expect, test, vi } from 'vitest'
import { sendQuery } from '../../../src/shared/messages/send-query.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../browser-stub.ts'

const pair = { venue: 'binance', base: 'SYS', quote: 'BTC' }

describe('sendQuery', () => {
  beforeEach(() => stub.reset())

  test('sends the query and returns the answer', async () => {
    const answer = [{ tier: 'danger', episodes: 3, known: 2, below: 1 }]
    stub.answer = () => ({ answer })
    expect(await sendQuery('scorecard', {})).toEqual(answer)
    expect(stub.requests).toEqual([{ query: 'scorecard', args: {} }])
  })

  test('distinguishes the answer null from no answer', async () => {
    stub.answer = () => ({ answer: null })
    expect(await sendQuery('tape', { pair })).toBeNull()
    stub.answer = () => undefined
    expect(await sendQuery('tape', { pair })).toBeUndefined()
    stub.answer = () => null
    expect(await sendQuery('tape', { pair })).toBeUndefined()
  })

  test('returns undefined if the background fails or is gone', async () => {
    stub.answer = () => Promise.reject(new Error('Could not establish connection'))
    expect(await sendQuery('tape', { pair })).toBeUndefined()
    const gone = vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.')
    })
    expect(await sendQuery('tape', { pair })).toBeUndefined()
    gone.mockRestore()
  })

  test('times out', async () => {
    vi.useFakeTimers()
    stub.answer = () => new Promise(() => undefined)
    let answered: unknown = 'waiting'
    const pending = sendQuery('tape', { pair }, 5_000).then((answer) => (answered = answer))
    await vi.advanceTimersByTimeAsync(4_999)
    expect(answered).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1)
    await pending
    expect(answered).toBeUndefined()
    vi.useRealTimers()
  })
})
