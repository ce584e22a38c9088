import { afterAll, expect, test } from 'vitest'
import { fuzz } from '../../../tools/fuzz/fuzz.ts'
import { targetsNamed } from '../../../tools/fuzz/targets/all.ts'
import { type TargetName, targetNames } from '../../../tools/fuzz/target.ts'
import { stub } from '../../shared/browser-stub.ts'

// `npm run fuzz` for a moment, without its clock: how long a message takes is measured where nothing else runs.

const gauges = { now: () => 0, bytesInUse: () => 1 }
const venues = ['binance', 'kucoin', 'bitbank']
const messages: Readonly<Record<TargetName, number>> = {
  readers: 1000,
  engine: 250,
  stored: 80,
  settings: 120,
  titles: 1500,
  pages: 600,
}

afterAll(() => stub.reset())

test.each(targetNames)('%s do nothing that they must never do', async (name) => {
  const plan = { seed: 2026, first: 0, messages: messages[name], isOver: () => false }
  const report = await fuzz(await targetsNamed([name], venues), plan, gauges)
  expect(report).toEqual({ messages: messages[name], findings: [] })
})
