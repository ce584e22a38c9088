import type { Episode } from '../../market/episode.ts'
import { type Course, extendCourse } from '../../shared/course.ts'
import { withDatabase } from '../storage/database.ts'
import { isCourse } from '../storage/proof/row-guards.ts'
import { serialQueue } from '../storage/serial-queue.ts'

/** The course of each episode: its changes and samples over time, stored beyond the life of the worker. */
export interface Courses {
  /** Adds the present state of these episodes to their courses. */
  record(episodes: readonly Episode[]): Promise<void>
  /** The course of an episode; null where none was recorded. */
  get(episode: string): Promise<Course | null>
  /** Deletes the courses of episodes that the history no longer has. @param open ids of episodes that still run */
  prune(open: readonly string[]): Promise<void>
  /** Deletes all courses. */
  clear(): Promise<void>
}

/** Changes of one episode that wait for a slow database: later ones are noise, as in a course. */
const maxWaiting = 60

/** One that is damaged begins anew. */
const soundCourse = (course: unknown): Course | null => (isCourse(course) ? course : null)

/**
 * A broken database costs past courses, nothing else. While it is slow, what is to be recorded waits: of each episode
 * its changes, and between two of them the newest figures alone.
 */
export function createCourses(): Courses {
  const enqueue = serialQueue('save the course of an episode')
  /** What the next task is to record, by episode; null: none waits for its turn. */
  let next: { readonly states: Map<string, Episode[]>; readonly done: Promise<void> } | null = null

  function begin() {
    const states = new Map<string, Episode[]>()
    const done = enqueue(() => {
      if (next?.states === states) next = null
      return write([...states.values()].flat())
    })
    return { states, done }
  }
  async function write(episodes: readonly Episode[]): Promise<void> {
    if (episodes.length === 0) return
    await withDatabase(async (db) => {
      const { store, done } = db.transaction('courses', 'readwrite')
      for (const episode of episodes) {
        const before = soundCourse(await store.get(episode.id))
        const after = extendCourse(before, episode)
        if (after !== before) await store.put(after, episode.id)
      }
      await done
    })
  }
  return {
    record(episodes) {
      if (episodes.length === 0) return Promise.resolve()
      const { states, done } = (next ??= begin())
      for (const episode of episodes) {
        const own = states.get(episode.id) ?? []
        if (own.at(-1)?.changedAt === episode.changedAt) own.pop()
        if (own.length < maxWaiting) own.push(episode)
        states.set(episode.id, own)
      }
      return done
    },
    async get(episode) {
      try {
        return soundCourse(await withDatabase((db) => db.get('courses', episode)))
      } catch {
        return null
      }
    },
    prune: (open) =>
      enqueue(() =>
        withDatabase(async (db) => {
          const transaction = db.transaction(['courses', 'episodes'], 'readwrite')
          const store = transaction.objectStore('courses')
          const [ids, kept] = await Promise.all([
            store.getAllKeys(),
            transaction.objectStore('episodes').getAllKeys(),
          ])
          const wanted = new Set([...open, ...kept])
          const old = ids.filter((id) => !wanted.has(id))
          await Promise.all([...old.map((id) => store.delete(id)), transaction.done])
        }),
      ),
    clear() {
      next?.states.clear()
      next = null
      return enqueue(() => withDatabase((db) => db.clear('courses')))
    },
  }
}
