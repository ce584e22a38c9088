import { expect, test } from 'vitest'
import { createKeeper } from '../../../src/background/storage/engine-saver.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'

const engines = ['a', 'b', 'c'].map((venue) => createEngine(venue))

/** A keeper whose store is done when the test says so. */
function keep() {
  const saved: string[] = []
  const waiting: (() => void)[] = []
  const keeper = createKeeper(({ data: { venue } }: Engine) => {
    saved.push(venue)
    return new Promise<void>((done) => waiting.push(done))
  })
  const stored = async () => {
    waiting.shift()!()
    await new Promise((done) => setImmediate(done))
  }
  return { keeper, saved, stored }
}

test('engines are saved every minute, one at a time', async () => {
  const { keeper, saved, stored } = keep()
  for (let now = 0; now < 60_000; now += 1000) keeper.beat(engines, now)
  expect(saved).toEqual([])
  keeper.beat(engines, 60_000)
  keeper.beat(engines, 61_000)
  expect(saved).toEqual(['a'])
  await stored()
  keeper.beat(engines, 62_000)
  await stored()
  keeper.beat(engines, 63_000)
  await stored()
  keeper.beat(engines, 64_000)
  expect(saved).toEqual(['a', 'b', 'c'])
})

test('an engine whose episode changed is saved soon, and before the others', async () => {
  const { keeper, saved, stored } = keep()
  keeper.beat(engines, 0)
  keeper.soon('b', 10_000)
  keeper.soon('b', 11_500)
  keeper.beat(engines, 11_999)
  expect(saved).toEqual([])
  keeper.beat(engines, 12_000)
  expect(saved).toEqual(['b'])
  await stored()
  keeper.beat(engines, 13_000)
  expect(saved).toEqual(['b'])
})

test('at the end all of them are saved, one after the other', async () => {
  const { keeper, saved, stored } = keep()
  const done = keeper.all(engines)
  expect(saved).toEqual(['a'])
  for (let i = 0; i < 3; i++) await stored()
  await done
  expect(saved).toEqual(['a', 'b', 'c'])
})
