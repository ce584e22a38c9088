import { afterEach, expect, test, vi } from 'vitest'
import { createJobRunner } from '../../src/background/job-runner.ts'

afterEach(() => void vi.restoreAllMocks())

test('a job that throws is logged once, and the others still run', () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const ran: [string, number][] = []
  const tick = createJobRunner({
    first: (now) => void ran.push(['first', now]),
    broken: () => {
      throw new Error('no')
    },
    last: (now) => void ran.push(['last', now]),
  })
  tick(1)
  tick(2)
  expect(ran).toEqual([
    ['first', 1],
    ['last', 1],
    ['first', 2],
    ['last', 2],
  ])
  expect(warned).toHaveBeenCalledTimes(1)
  expect(warned.mock.calls[0]![0]).toContain('broken')
})
