import { emptyOfficialState, type OfficialState } from '../../exchanges/official/official-state.ts'
import type { Official } from '../../market/official.ts'
import { withDatabase } from '../storage/database.ts'
import { proveOfficial } from '../storage/proof/prove-official.ts'
import type { Proven } from '../storage/proof/proven.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import type { SavedOfficial } from '../storage/saved-official.ts'
import { setAside } from '../storage/set-aside.ts'
import { storeInDatabase } from '../storage/store-in-database.ts'

/** Increased when the state changes shape. Shape 1 is migrated; a state of any other shape is discarded. */
const shape = 2

/** The state as version 0.1.0 saved it, with two fields of another name. */
interface SavedOfficialV1 extends Omit<SavedOfficial, 'ledger'> {
  readonly shape: 1
  readonly ledger: Omit<OfficialState, 'official'> & {
    readonly official: Omit<Official, 'checks' | 'recentChanges'> & {
      readonly looks: Official['checks']
      readonly lately: Official['recentChanges']
    }
  }
}

type StoredOfficial = SavedOfficialV1 | (SavedOfficial & { readonly shape: typeof shape })

/**
 * The last saved official state of a venue, as far as it is sound; an empty one for a new venue, or where the
 * database is broken.
 *
 * @param now wall clock, ms
 */
export async function loadOfficial(venue: string, now = Date.now()): Promise<SavedOfficial> {
  const saved = await withDatabase((db) => db.get('ledgers', venue)).catch(() => undefined)
  const { value, faults } = saved === undefined ? nothing : officialOfStored(saved, venue, now)
  if (faults.length > 0) void setAside(`official state of ${venue}`, faults, now)
  return value ?? { ledger: emptyOfficialState(venue), restUntil: {} }
}

const nothing: Proven<SavedOfficial> = { value: null, faults: [] }

/** What of a stored value is a sound official state of the venue; that of an unknown version is none. */
function officialOfStored(saved: unknown, venue: string, now: number): Proven<SavedOfficial> {
  try {
    const known = saved as StoredOfficial | null
    if (known?.shape === 1) return proveOfficial(fromV1(known), venue, now)
    return known?.shape === shape
      ? proveOfficial(known, venue, now)
      : { value: null, faults: ['another shape'] }
  } catch (error) {
    return { value: null, faults: [String(error)] }
  }
}

function fromV1({ ledger, restUntil }: SavedOfficialV1): SavedOfficial {
  const { looks: checks, lately: recentChanges, ...official } = ledger.official
  return { ledger: { ...ledger, official: { ...official, checks, recentChanges } }, restUntil }
}

// One after the other: what is deleted stays deleted.
const enqueue = serialQueue('save the official state of a venue')

/** Saves a venue's official state. A full or broken database costs what was learnt, nothing else. */
export function saveOfficial(venue: string, { ledger, restUntil }: SavedOfficial): Promise<void> {
  return enqueue(async () => {
    await storeInDatabase('ledgers', (db) => db.put('ledgers', { shape, ledger, restUntil }, venue))
  })
}

/** Deletes the official state of every venue. */
export const clearOfficial = (): Promise<void> => enqueue(() => withDatabase((db) => db.clear('ledgers')))
