import { afterEach, expect, test } from 'vitest'
import { countTurns } from '../../../tools/soak/turns.ts'

const own = setImmediate
afterEach(() => void (globalThis.setImmediate = own))

test('turns pass until nothing waits for one, however long the chain', async () => {
  const turns = countTurns()
  let left = 1000
  const step = () => {
    if (--left > 0) void Promise.resolve().then(() => setImmediate(step))
  }
  setImmediate(step)
  await turns.untilIdle()
  expect(left).toBe(0)
  await turns.untilIdle()
})
