import { expect, test } from 'vitest'
import { createEngineSaver } from '../../../src/background/storage/engine-saver.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'

const engines = ['a', 'b', 'c'].map((venue) => createEngine(venue))

/** A saver whose store resolves when the test says so. */
function createSaver() {
  const saved: string[] = []
  const waiting: (() => void)[] = []
  const saver = createEngineSaver(({ data: { venue } }: Engine) => {
    saved.push(venue)
    return new Promise<void>((done) => waiting.push(done))
  })
  const stored = async () => {
    waiting.shift()!()
    await new Promise((done) => setImmediate(done))
  }
  return { saver, saved, stored }
}

test('engines are saved 10 s after waking, then every minute, one at a time', async () => {
  const { saver, saved, stored } = createSaver()
  for (let now = 0; now < 10_000; now += 1000) saver.tick(engines, now)
  expect(saved).toEqual([])
  saver.tick(engines, 10_000)
  saver.tick(engines, 11_000)
  expect(saved).toEqual(['a'])
  await stored()
  saver.tick(engines, 12_000)
  await stored()
  saver.tick(engines, 13_000)
  await stored()
  for (let now = 14_000; now < 70_000; now += 1000) saver.tick(engines, now)
  expect(saved).toEqual(['a', 'b', 'c'])
  saver.tick(engines, 70_000)
  expect(saved).toEqual(['a', 'b', 'c', 'a'])
})

test('an engine whose episode changed is saved soon, before the others', async () => {
  const { saver, saved, stored } = createSaver()
  saver.tick(engines, 0)
  saver.saveSoon('b', 5000)
  saver.saveSoon('b', 6500)
  saver.tick(engines, 6999)
  expect(saved).toEqual([])
  saver.tick(engines, 7000)
  expect(saved).toEqual(['b'])
  await stored()
  saver.tick(engines, 8000)
  expect(saved).toEqual(['b'])
})

test('saveAll saves all engines, one after the other', async () => {
  const { saver, saved, stored } = createSaver()
  const done = saver.saveAll(engines)
  expect(saved).toEqual(['a'])
  for (let i = 0; i < 3; i++) await stored()
  await done
  expect(saved).toEqual(['a', 'b', 'c'])
})
