import { expect, test } from 'vitest'
import { execute } from '../../tools/suite/execute.ts'

// `npm run soak` for a moment, in a process of its own: it takes the clock, the network and the browser of all of it.

test('two venues tell two pumps and a crash, each once', { timeout: 180_000 }, async () => {
  const argv = ['tools/soak/main.ts', '--hours', '0.2', '--venue', 'binance', '--venue', 'okx', '--json']
  const { code, stdout, output } = await execute('tsx', argv)
  expect(output).not.toContain('✗')
  expect(code).toBe(0)
  const { storedBytes, ...told } = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number>
  expect(told).toEqual({ hours: 0.2, heapRatio: 1, expected: 6, told: 6, double: 0 })
  expect(storedBytes).toBeGreaterThan(100_000)
})
