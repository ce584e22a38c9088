import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withDatabase } from '../../src/background/storage/database.ts'
import { binance } from '../../src/exchanges/binance.ts'
import type { Course } from '../../src/shared/course.ts'
import { viewPortName } from '../../src/shared/messages/messages.ts'
import { episodes } from '../../src/shared/storage/items.ts'
import browser, { stub, StubPort } from '../shared/browser-stub.ts'
import {
  clearDatabase,
  endBackground,
  openBusyMarket,
  query,
  wakeBackground,
} from './simulated/background.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from './simulated/network.ts'

// What happens once a second, by what is stored how often.

let network: SimulatedNetwork
let writes: string[] = []
const count = ({ ...changes }: object) => writes.push(...Object.keys(changes))
const written = (key: string) => writes.filter((each) => each === key).length

beforeEach(async () => {
  await stub.reset()
  await clearDatabase()
  network = openSimulatedNetwork(openBusyMarket(), ['binance'])
  for (const host of binance.hosts) stub.granted.add(host)
  await wakeBackground()
  browser.storage.local.onChanged.addListener(count)
})
afterEach(() => endBackground(network))

test('figures that move are stored every ten seconds, and every two while a trading page is open', async () => {
  await network.pass(15_000)
  writes = []
  await network.pass(30_000)
  expect([written('venues'), written('markets'), written('crosses')]).toEqual([3, 3, 3])
  browser.runtime.onConnect.fire(new StubPort(viewPortName))
  await network.pass(2000)
  writes = []
  await network.pass(30_000)
  expect([written('venues'), written('markets'), written('crosses')]).toEqual([15, 15, 15])
})

test('the recording is stored every 15 s', async () => {
  await network.pass(125_000)
  const [chunk] = await withDatabase((db) => db.getAll('record'))
  expect(Date.now() - chunk!.to).toBeLessThan(17_000)
})

test('the course of a running episode goes on where nothing about it changes', async () => {
  await network.pass(110_000)
  const [{ id } = { id: '' }] = await episodes.get()
  const before = (await query<Course>('course', { episode: id }))!
  await network.pass(60_000)
  const after = (await query<Course>('course', { episode: id }))!
  const news = after.steps.length - before.steps.length
  expect(after.samples.length - before.samples.length).toBeGreaterThan(news + 2)
  expect(Date.now() - after.samples.at(-1)!.at).toBeLessThan(21_000)
})
