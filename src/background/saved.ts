import { openDB } from 'idb'
import type { SavedAcross } from '../detect/across/save-across.ts'
import type { Engine } from '../detect/engine-state.ts'
import { shippedModel } from '../detect/model.ts'

/** Raised when the engine's state changes shape: what an older version saved is then not taken up. */
const shape = 5

/** An engine as it lies in the store: whole but for its model, which comes with the extension. */
export interface Saved {
  readonly shape: number
  readonly engine: Omit<Engine, 'model'>
}

const database = () =>
  openDB('keiho', 1, {
    upgrade: (db) => void db.createObjectStore('engines'),
  })

/** What is put into the store. */
export function savedOf({ model: _, ...engine }: Engine): Saved {
  return { shape, engine }
}

/** The engine of what was stored; null for anything but what this version puts there. */
export function engineOf(saved: unknown): Engine | null {
  if (typeof saved !== 'object' || saved === null || !('shape' in saved) || saved.shape !== shape) return null
  return { ...(saved as Saved).engine, model: shippedModel }
}

/** The engine of a venue as it was saved last, or null. A broken store is the same as an empty one. */
export async function loadEngine(venue: string): Promise<Engine | null> {
  try {
    const db = await database()
    const saved: unknown = await db.get('engines', venue)
    db.close()
    return engineOf(saved)
  } catch {
    return null
  }
}

/** Where the comparison across venues lies beside the engines: no venue's id. */
const besideKey = '*'

/** The comparison across venues as it was saved last, or null. */
export async function loadAcross(): Promise<SavedAcross | null> {
  try {
    const db = await database()
    const saved = (await db.get('engines', besideKey)) as SavedAcross | undefined
    db.close()
    return saved ?? null
  } catch {
    return null
  }
}

/** Saves the comparison across venues, as `saveEngine`. */
export const keepAcross = (saved: SavedAcross): Promise<void> => put(saved, besideKey)

/** Saves an engine. A full or broken store loses the warm start, nothing else. */
export const saveEngine = (engine: Engine): Promise<void> => put(savedOf(engine), engine.venue)

async function put(saved: unknown, key: string): Promise<void> {
  try {
    const db = await database()
    await db.put('engines', saved, key)
    db.close()
  } catch (error) {
    console.warn('Keiho could not save its state', error)
  }
}
