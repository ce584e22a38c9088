import { openDB } from 'idb'
import type { Engine } from '../detect/engine-state.ts'
import { shippedModel } from '../detect/model.ts'

/** Raised when the engine's state changes shape: what an older version saved is then not taken up. */
const shape = 4

const database = () =>
  openDB('keiho', 1, {
    upgrade: (db) => void db.createObjectStore('engines'),
  })

/** The engine of a venue as it was saved last, or null. A broken store is the same as an empty one. */
export async function loadEngine(venue: string): Promise<Engine | null> {
  try {
    const db = await database()
    const saved = (await db.get('engines', venue)) as { shape: number; engine: Engine } | undefined
    db.close()
    return saved?.shape === shape ? { ...saved.engine, model: shippedModel } : null
  } catch {
    return null
  }
}

/** Saves an engine whole but for its model, which comes with the extension. A full or broken store loses the warm start, nothing else. */
export async function saveEngine(engine: Engine): Promise<void> {
  try {
    const db = await database()
    await db.put('engines', { shape, engine: { ...engine, model: null } }, engine.venue)
    db.close()
  } catch (error) {
    console.warn('Keiho could not save its state', error)
  }
}
