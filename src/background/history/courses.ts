import type { Episode } from '../../market/episode.ts'
import { extendCourse, type Course } from '../../shared/course.ts'
import { withKeiho } from '../storage/database.ts'
import { inTurn } from '../storage/serial.ts'

/** How each episode went, kept beyond the life of the worker. */
export interface Courses {
  /** Takes a look at these episodes. */
  note(episodes: readonly Episode[]): Promise<void>
  /** How an episode went; null where nobody watched it. */
  of(episode: string): Promise<Course | null>
  /** Forgets what went quiet so long (ms) before the newest: by market time, which a replay has of its own. */
  prune(keptMs: number): Promise<void>
  /** Forgets everything. */
  clear(): Promise<void>
}

const lastOf = ({ steps, samples }: Course) => Math.max(steps.at(-1)?.at ?? 0, samples.at(-1)?.at ?? 0)

/** A store that is broken costs the past of the courses, nothing else. */
export function createCourses(): Courses {
  const inOrder = inTurn('keep the course of an episode')
  return {
    note: (episodes) =>
      inOrder(async () => {
        if (episodes.length === 0) return
        await withKeiho(async (db) => {
          const { store: kept, done } = db.transaction('courses', 'readwrite')
          for (const episode of episodes) {
            const before = (await kept.get(episode.id)) ?? null
            const now = extendCourse(before, episode)
            if (now !== before) await kept.put(now, episode.id)
          }
          await done
        })
      }),
    async of(episode) {
      try {
        return (await withKeiho((db) => db.get('courses', episode))) ?? null
      } catch {
        return null
      }
    },
    prune: (keptMs) =>
      inOrder(() =>
        withKeiho(async (db) => {
          const { store: kept, done } = db.transaction('courses', 'readwrite')
          const [ids, all] = await Promise.all([kept.getAllKeys(), kept.getAll()])
          const lasts = all.map(lastOf)
          const oldest = Math.max(...lasts) - keptMs
          await Promise.all(ids.filter((_, i) => (lasts[i] ?? 0) < oldest).map((id) => kept.delete(id)))
          await done
        }),
      ),
    clear: () => inOrder(() => withKeiho((db) => db.clear('courses'))),
  }
}
