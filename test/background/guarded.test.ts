import { afterEach, expect, test, vi } from 'vitest'
import { guarded } from '../../src/background/guarded.ts'

afterEach(() => void vi.restoreAllMocks())

test('a job that fails is told of once, and the others go on', () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const ran: [string, number][] = []
  const pulse = guarded({
    first: (now) => void ran.push(['first', now]),
    broken: () => {
      throw new Error('no')
    },
    last: (now) => void ran.push(['last', now]),
  })
  pulse(1)
  pulse(2)
  expect(ran).toEqual([
    ['first', 1],
    ['last', 1],
    ['first', 2],
    ['last', 2],
  ])
  expect(warned).toHaveBeenCalledTimes(1)
  expect(warned.mock.calls[0]![0]).toContain('broken')
})
