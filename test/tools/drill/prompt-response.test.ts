import { expect, test } from 'vitest'
import { readText } from '../../../src/background/requests/read-text.ts'
import { promptResponse } from '../../../tools/drill/network/prompt-response.ts'

test('the background reads of it what it reads of an answer of the process', async () => {
  for (const [status, text] of [
    [200, '{"price":"1.5","name":"リスク"}'],
    [204, ''],
    [503, 'busy'],
  ] as const) {
    const headers = { 'retry-after': '20' }
    const own = new Response(status === 204 ? null : text, { status, headers })
    const prompt = promptResponse(status, headers, text)
    const read = (response: Response) =>
      [
        ...[response.ok, response.status, response.url, response.redirected],
        ...[response.headers.get('retry-after'), response.headers.get('date')],
      ] as const
    expect(read(prompt)).toEqual(read(own))
    expect(await readText(prompt.body)).toBe(await readText(own.body))
  }
})

test('of a body that is cancelled nothing more comes', async () => {
  const { body } = promptResponse(200, {}, 'text')
  await body!.cancel()
  expect(await readText(body)).toBe('')
  await expect(readText(promptResponse(200, {}, 'text').body, 3)).rejects.toThrow('too large')
})
