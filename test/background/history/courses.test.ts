import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createCourses } from '../../../src/background/history/courses.ts'
import { episode, marketNow } from '../../../tools/examples/made-up.ts'

const day = 86_400_000
const at = (id: string, updatedAt: number, part = {}) =>
  episode({ id, changedAt: updatedAt, updatedAt, evidence: [], ...part })

beforeEach(() => createCourses().clear())

describe('courses', () => {
  test('outlive the worker and continue', async () => {
    await createCourses().record([at('a', marketNow, { phase: 'surging' })])
    const woken = createCourses()
    await woken.record([at('a', marketNow + 5, { phase: 'falling' })])
    expect((await woken.get('a'))?.steps.map(({ phase }) => phase)).toEqual(['surging', 'falling'])
    expect(await woken.get('b')).toBeNull()
  })

  test('recorded concurrently lose nothing', async () => {
    const courses = createCourses()
    const phases = ['building', 'surging', 'fading', 'falling', 'settled'] as const
    await Promise.all(phases.map((phase, i) => courses.record([at('a', marketNow + i, { phase })])))
    expect((await courses.get('a'))?.steps.map(({ phase }) => phase)).toEqual(phases)
  })

  test('are deleted when they are too old compared with the newest', async () => {
    const courses = createCourses()
    await courses.prune(day)
    await courses.record([
      at('old', marketNow - 2 * day),
      at('young', marketNow - day / 2),
      at('new', marketNow),
    ])
    await courses.prune(day)
    expect(await courses.get('old')).toBeNull()
    expect(await courses.get('young')).not.toBeNull()
    await courses.clear()
    expect(await courses.get('new')).toBeNull()
  })
})
