import type { Engine } from '../../detect/engine-state.ts'

/** Saves what the engines know, one engine at a time. */
export interface Keeper {
  /** An episode of the venue changed: its engine is saved soon. */
  soon(venue: string, now: number): void
  /** To be called often: saves what is due. */
  beat(engines: readonly Engine[], now: number): void
  /** Saves all of them, one after the other. */
  all(engines: readonly Engine[]): Promise<void>
}

/** An engine is saved so often, and so soon (ms) after an episode changed: a crash changes hundreds at once. */
const saveMs = 60_000
const soonMs = 2000

/** @param save stores one engine; never rejects */
export function createKeeper(save: (engine: Engine) => Promise<void>): Keeper {
  const dueAt = new Map<string, number>()
  let busy = false
  return {
    soon(venue, now) {
      dueAt.set(venue, Math.min(dueAt.get(venue) ?? Infinity, now + soonMs))
    },
    beat(engines, now) {
      for (const {
        data: { venue },
      } of engines)
        if (!dueAt.has(venue)) dueAt.set(venue, now + saveMs)
      // The longest due first; cloning several engines at once would hold up the ticks.
      const [next] = engines
        .filter(({ data: { venue } }) => (dueAt.get(venue) ?? 0) <= now)
        .sort((a, b) => (dueAt.get(a.data.venue) ?? 0) - (dueAt.get(b.data.venue) ?? 0))
      if (busy || !next) return
      busy = true
      dueAt.set(next.data.venue, now + saveMs)
      void save(next).finally(() => (busy = false))
    },
    async all(engines) {
      for (const engine of engines) await save(engine)
    },
  }
}
