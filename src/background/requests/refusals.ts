import * as v from 'valibot'
import { stored, validValues } from '../../shared/storage/stored.ts'
import { maxReasonLength, maxRefusalMs, type Refusal } from '../storage/refusal.ts'
import { serialQueue } from '../storage/serial-queue.ts'

const refusalSchema = v.object({
  kind: v.picklist(['rate-limited', 'blocked', 'stale']),
  retryAt: v.pipe(v.number(), v.finite()),
  reason: v.string(),
  storedAt: v.optional(v.pipe(v.number(), v.finite())),
})

/** `storedAt`: when it was stored, wall clock, ms; absent in what version 0.1.0 stored. */
type StoredRefusal = Refusal & { readonly storedAt?: number | undefined }

/** Each venue's refusal, by venue id: a worker that dies and wakes must still respect `retryAt`. */
const refusals = stored<Readonly<Record<string, StoredRefusal>>>(
  'held',
  validValues((value): value is StoredRefusal => v.is(refusalSchema, value)),
)

const enqueue = serialQueue('save a refusal')

/**
 * What a venue refused before the worker woke, or null, also where the storage does not answer. Where the clock was
 * set back since, its end moves with it.
 */
export async function loadRefusal(venue: string, now = Date.now()): Promise<Refusal | null> {
  const { [venue]: known } = await refusals.get().catch((): Readonly<Record<string, StoredRefusal>> => ({}))
  if (!known) return null
  const { kind, reason, storedAt = now, retryAt } = known
  return {
    kind,
    reason: reason.slice(0, maxReasonLength),
    retryAt: Math.min(retryAt - Math.max(0, storedAt - now), now + maxRefusalMs),
  }
}

/** Stores a venue's refusal; null deletes it. */
export function saveRefusal(venue: string, refusal: Refusal | null): Promise<void> {
  return enqueue(async () => {
    const { [venue]: _, ...others } = await refusals.get()
    await refusals.set(refusal ? { ...others, [venue]: { ...refusal, storedAt: Date.now() } } : others)
  })
}
