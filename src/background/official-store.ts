import { openDB } from 'idb'
import { openLedger } from '../exchanges/official/ledger.ts'
import type { Kept } from './official-polls.ts'

const store = 'ledgers'
/** Raised when the ledger changes shape: what an older version kept is then learnt anew. */
const shape = 1

const database = () =>
  openDB('keiho-official', 1, {
    upgrade: (db) => void db.createObjectStore(store),
  })

/** What a venue had said when the worker died; of a venue not listened to yet, or a broken store, nothing. */
export async function loadOfficial(venue: string): Promise<Kept> {
  try {
    const db = await database()
    const saved = (await db.get(store, venue)) as (Kept & { readonly shape: number }) | undefined
    db.close()
    if (saved?.shape === shape) return saved
  } catch {
    // As if it had not been listened to.
  }
  return { ledger: openLedger(venue), restUntil: {} }
}

/** Keeps what a venue says. A full or broken store costs the memory of it, nothing else. */
export async function keepOfficial(venue: string, { ledger, restUntil }: Kept): Promise<void> {
  try {
    const db = await database()
    await db.put(store, { shape, ledger, restUntil }, venue)
    db.close()
  } catch (error) {
    console.warn('Keiho could not keep what a venue says', error)
  }
}

/** Forgets everything. */
export async function clearOfficial(): Promise<void> {
  const db = await database()
  await db.clear(store)
  db.close()
}
