import { emptyOfficialState } from '../../exchanges/official/official-state.ts'
import { withKeiho } from '../storage/database.ts'
import type { Kept } from './official-polls.ts'

/** Raised when the ledger changes shape: what an older version kept is then learnt anew. */
const shape = 1

/** What a venue had said when the worker died; of a venue not listened to yet, or a broken store, nothing. */
export async function loadOfficial(venue: string): Promise<Kept> {
  try {
    const saved = await withKeiho((db) => db.get('ledgers', venue))
    const kept = saved as (Kept & { readonly shape: number }) | undefined
    if (kept?.shape === shape) return kept
  } catch {
    // As if it had not been listened to.
  }
  return { ledger: emptyOfficialState(venue), restUntil: {} }
}

/** Keeps what a venue says. A full or broken store costs the memory of it, nothing else. */
export async function keepOfficial(venue: string, { ledger, restUntil }: Kept): Promise<void> {
  try {
    await withKeiho((db) => db.put('ledgers', { shape, ledger, restUntil }, venue))
  } catch (error) {
    console.warn('Keiho could not keep what a venue says', error)
  }
}

/** Forgets everything. */
export const clearOfficial = (): Promise<void> => withKeiho((db) => db.clear('ledgers'))
