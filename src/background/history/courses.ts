import type { ContractFigures } from '../../market/contract-figures.ts'
import type { Episode } from '../../market/episode.ts'
import { type Course, extendCourse, joinCourses, withFigures } from '../../shared/course.ts'
import { withDatabase } from '../storage/database.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import { isCourse } from '../storage/proof/row-guards.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import { storeInDatabase } from '../storage/store-in-database.ts'

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

/** Most courses that are kept while none can be stored. */
const maxUnsaved = 500

/** One that is damaged begins anew. */
const soundCourse = (course: unknown): Course | null => (isCourse(course) ? course : null)

/**
 * While the database fails, what was not stored is kept in memory.
 *
 * @param figuresOf what is known of an episode's contract, oldest first; of other episodes nothing
 */
export function createCourses(
  figuresOf: (episode: Episode) => readonly ContractFigures[] = () => [],
): Courses {
  const enqueue = serialQueue('save the course of an episode')
  /** What is not stored yet of each course, by episode. */
  let unsaved = new Map<string, Course>()
  /** The save that has not begun: it takes all that is recorded until it does, however slow the database is. */
  let waiting: Promise<void> | null = null

  function keep(episodes: readonly Episode[]): void {
    for (const episode of episodes) {
      const course = extendCourse(unsaved.get(episode.id) ?? null, episode)
      unsaved.set(episode.id, withFigures(course, figuresOf(episode)))
    }
    for (const id of unsaved.keys()) if (unsaved.size > maxUnsaved) unsaved.delete(id)
  }
  async function save(courses: Map<string, Course>): Promise<void> {
    const list = [...courses]
    if (list.length === 0) return
    const isStored = await storeInDatabase('courses', (db) =>
      inTransaction(db, 'courses', async (store) => {
        for (const [id, later] of list) {
          const before = soundCourse(await store.get(id))
          const after = joinCourses(before, later)
          if (after !== before) await store.put(after, id)
        }
      }),
    )
    // What was added meanwhile stays.
    for (const [id, later] of list) if (isStored && courses.get(id) === later) courses.delete(id)
  }
  return {
    record(episodes) {
      keep(episodes)
      if (unsaved.size === 0) return Promise.resolve()
      const courses = unsaved
      return (waiting ??= enqueue(() => {
        waiting = null
        return save(courses)
      }))
    },
    async get(episode) {
      const later = unsaved.get(episode)
      const stored = await withDatabase((db) => db.get('courses', episode)).catch(() => undefined)
      const before = soundCourse(stored)
      return later ? joinCourses(before, later) : before
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
      // What is recorded from now on is not deleted with the others.
      unsaved = new Map()
      waiting = null
      return enqueue(() => withDatabase((db) => db.clear('courses')))
    },
  }
}
