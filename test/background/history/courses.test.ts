import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { clearHistory, saveEpisodes } from '../../../src/background/history/history.ts'
import { createCourses } from '../../../src/background/history/courses.ts'
import { episode, marketNow } from '../../../tools/examples/made-up.ts'

const at = (id: string, updatedAt: number, part = {}) =>
  episode({ id, changedAt: updatedAt, updatedAt, evidence: [], ...part })

beforeEach(async () => {
  await createCourses().clear()
  await clearHistory()
})

describe('courses', () => {
  test('outlive the worker and continue', async () => {
    await createCourses().record([at('a', marketNow, { phase: 'surging' })])
    const woken = createCourses()
    await woken.record([at('a', marketNow + 5, { phase: 'falling' })])
    expect((await woken.get('a'))?.steps.map(({ phase }) => phase)).toEqual(['surging', 'falling'])
    expect(await woken.get('b')).toBeNull()
  })

  test('hold the figures of the contract of an episode, beyond the life of the worker', async () => {
    const unknown = { lastToMark: null, markToIndex: null, openInterest: null, funding: null }
    const figures = (shorts: number, at: number) => ({ ...unknown, at, longs: 0, shorts })
    await createCourses(() => [figures(5, marketNow)]).record([at('a', marketNow)])
    const woken = createCourses(() => [figures(9, marketNow + 2_000), figures(7, marketNow + 20_000)])
    await woken.record([at('a', marketNow + 20_000)])
    const { contract } = (await createCourses().get('a'))!
    expect(contract?.samples).toEqual([figures(9, marketNow), figures(7, marketNow + 20_000)])
  })

  test('recorded concurrently lose nothing', async () => {
    const courses = createCourses()
    const phases = ['building', 'surging', 'fading', 'falling', 'settled'] as const
    await Promise.all(phases.map((phase, i) => courses.record([at('a', marketNow + i, { phase })])))
    expect((await courses.get('a'))?.steps.map(({ phase }) => phase)).toEqual(phases)
  })

  test('what comes while the database is slow is recorded together', async () => {
    const courses = createCourses()
    const opened = vi.spyOn(indexedDB, 'open')
    const moving = (i: number) => ({ ...at('a', marketNow), updatedAt: marketNow + i, lastPrice: 1 + i })
    const calls = Array.from({ length: 500 }, (_, i) => courses.record([moving(i)]))
    calls.push(courses.record([at('a', marketNow + 900, { phase: 'falling' })]))
    await Promise.all(calls)
    const timesOpened = opened.mock.calls.length
    opened.mockRestore()
    expect(timesOpened).toBe(1)
    expect((await courses.get('a'))?.steps.map(({ price }) => price)).toEqual([1, at('a', 0).lastPrice])
  })

  test('what is recorded after all were deleted stays, also while the database is slow', async () => {
    const courses = createCourses()
    const all = [courses.record([at('a', marketNow)]), courses.clear(), courses.record([at('b', marketNow)])]
    await Promise.all(all)
    expect([await courses.get('a'), (await courses.get('b'))?.steps.length]).toEqual([null, 1])
  })

  test('are deleted with their episodes, but for those that still run', async () => {
    const courses = createCourses()
    const all = [at('gone', marketNow), at('kept', marketNow), at('open', marketNow)]
    await courses.record(all)
    await saveEpisodes(all.slice(1, 2), marketNow)
    await courses.prune(['open'])
    const known = await Promise.all(all.map(async ({ id }) => (await courses.get(id)) !== null))
    expect(known).toEqual([false, true, true])
    await courses.clear()
    expect(await courses.get('kept')).toBeNull()
  })
})
