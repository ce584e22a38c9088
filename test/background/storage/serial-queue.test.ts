import { expect, test, vi } from 'vitest'
import { serialQueue } from '../../../src/background/storage/serial-queue.ts'

test('a task begins when the one before has ended, and a failure does not block the next', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const order: string[] = []
  const run = serialQueue('do a thing')
  let open: () => void = () => undefined
  const gate = new Promise<void>((done) => (open = done))
  const first = run(async () => {
    order.push('first begins')
    await gate
    order.push('first ends')
  })
  const second = run(() => Promise.reject(new Error('full')))
  const third = run(() => Promise.resolve(void order.push('third')))
  await Promise.resolve()
  expect(order).toEqual(['first begins'])
  open()
  await Promise.all([first, second, third])
  expect(order).toEqual(['first begins', 'first ends', 'third'])
  expect(warn).toHaveBeenCalledExactlyOnceWith('Keiho could not do a thing', expect.any(Error))
  warn.mockRestore()
})
