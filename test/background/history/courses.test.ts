import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createCourses } from '../../../src/background/history/courses.ts'
import { episode, marketNow } from '../../../tools/examples/made-up.ts'

const day = 86_400_000
const at = (id: string, updatedAt: number, part = {}) =>
  episode({ id, changedAt: updatedAt, updatedAt, evidence: [], ...part })

beforeEach(() => createCourses().clear())

describe('courses', () => {
  test('of episodes outlive the worker and go on', async () => {
    await createCourses().note([at('a', marketNow, { phase: 'surging' })])
    const woken = createCourses()
    await woken.note([at('a', marketNow + 5, { phase: 'falling' })])
    expect((await woken.of('a'))?.steps.map(({ phase }) => phase)).toEqual(['surging', 'falling'])
    expect(await woken.of('b')).toBeNull()
  })

  test('noted at the same time lose nothing', async () => {
    const courses = createCourses()
    const phases = ['building', 'surging', 'fading', 'falling', 'settled'] as const
    await Promise.all(phases.map((phase, i) => courses.note([at('a', marketNow + i, { phase })])))
    expect((await courses.of('a'))?.steps.map(({ phase }) => phase)).toEqual(phases)
  })

  test('are forgotten when they are old beside the newest', async () => {
    const courses = createCourses()
    await courses.prune(day)
    await courses.note([
      at('old', marketNow - 2 * day),
      at('young', marketNow - day / 2),
      at('new', marketNow),
    ])
    await courses.prune(day)
    expect(await courses.of('old')).toBeNull()
    expect(await courses.of('young')).not.toBeNull()
    await courses.clear()
    expect(await courses.of('new')).toBeNull()
  })
})
