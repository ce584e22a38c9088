import type { Episode } from '../../market/episode.ts'
import { type Course, extendCourse } from '../../shared/course.ts'
import { withDatabase } from '../storage/database.ts'
import { serialQueue } from '../storage/serial-queue.ts'

/** The course of each episode: its changes and samples over time, stored beyond the life of the worker. */
export interface Courses {
  /** Adds the present state of these episodes to their courses. */
  record(episodes: readonly Episode[]): Promise<void>
  /** The course of an episode; null where none was recorded. */
  get(episode: string): Promise<Course | null>
  /** Deletes courses that ended more than `keptMs` before the newest: market time, as a replay has its own. */
  prune(keptMs: number): Promise<void>
  /** Deletes all courses. */
  clear(): Promise<void>
}

const lastAtOf = ({ steps, samples }: Course) => Math.max(steps.at(-1)?.at ?? 0, samples.at(-1)?.at ?? 0)

/** A broken database costs past courses, nothing else. */
export function createCourses(): Courses {
  const enqueue = serialQueue('save the course of an episode')
  return {
    record: (episodes) =>
      enqueue(async () => {
        if (episodes.length === 0) return
        await withDatabase(async (db) => {
          const { store, done } = db.transaction('courses', 'readwrite')
          for (const episode of episodes) {
            const before = (await store.get(episode.id)) ?? null
            const after = extendCourse(before, episode)
            if (after !== before) await store.put(after, episode.id)
          }
          await done
        })
      }),
    async get(episode) {
      try {
        return (await withDatabase((db) => db.get('courses', episode))) ?? null
      } catch {
        return null
      }
    },
    prune: (keptMs) =>
      enqueue(() =>
        withDatabase(async (db) => {
          const { store, done } = db.transaction('courses', 'readwrite')
          const [ids, all] = await Promise.all([store.getAllKeys(), store.getAll()])
          const lastAts = all.map(lastAtOf)
          const oldest = Math.max(...lastAts) - keptMs
          await Promise.all(ids.filter((_, i) => (lastAts[i] ?? 0) < oldest).map((id) => store.delete(id)))
          await done
        }),
      ),
    clear: () => enqueue(() => withDatabase((db) => db.clear('courses'))),
  }
}
