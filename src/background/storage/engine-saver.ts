import type { Engine } from '../../detect/engine-state.ts'

/** Saves the engines in turn, one at a time: soon after they are first seen, then every minute. */
export interface EngineSaver {
  /** An episode of the venue changed: save its engine soon. */
  saveSoon(venue: string, now: number): void
  /** To be called once a second: saves an engine that is due. `now` is wall clock, ms. */
  tick(engines: readonly Engine[], now: number): void
  /** Saves all engines, one after the other. */
  saveAll(engines: readonly Engine[]): Promise<void>
}

/** Interval between saves of one engine, ms. */
export const saveMs = 60_000
/** The first save, ms after waking: a browser that ends workers early must not make each begin anew. */
const firstMs = 10_000
/** Delay of a save after an episode changed, ms: a market crash changes hundreds of episodes at once. */
const soonMs = 2000

/** @param save stores one engine; never rejects */
export function createEngineSaver(save: (engine: Engine) => Promise<void>): EngineSaver {
  const dueAt = new Map<string, number>()
  let busy = false
  return {
    saveSoon(venue, now) {
      dueAt.set(venue, Math.min(dueAt.get(venue) ?? Infinity, now + soonMs))
    },
    tick(engines, now) {
      for (const {
        data: { venue },
      } of engines)
        if (!dueAt.has(venue)) dueAt.set(venue, now + firstMs)
      // Set back by hours, the clock would delay every save by as much.
      for (const [venue, at] of dueAt) dueAt.set(venue, Math.min(at, now + saveMs))
      // The most overdue first. Cloning several engines at once would delay incoming ticks.
      const [next] = engines
        .filter(({ data: { venue } }) => (dueAt.get(venue) ?? 0) <= now)
        .sort((a, b) => (dueAt.get(a.data.venue) ?? 0) - (dueAt.get(b.data.venue) ?? 0))
      if (busy || !next) return
      busy = true
      dueAt.set(next.data.venue, now + saveMs)
      void save(next).finally(() => (busy = false))
    },
    async saveAll(engines) {
      for (const engine of engines) await save(engine)
    },
  }
}
