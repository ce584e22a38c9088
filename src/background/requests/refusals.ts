import * as v from 'valibot'
import { stored, validValues } from '../../shared/storage/stored.ts'
import type { Refusal } from '../storage/refusal.ts'
import { serialQueue } from '../storage/serial-queue.ts'

const refusalSchema = v.object({
  kind: v.picklist(['rate-limited', 'blocked', 'stale']),
  retryAt: v.pipe(v.number(), v.finite()),
  reason: v.string(),
})

/** Each venue's refusal, by venue id: a worker that dies and wakes must still respect `retryAt`. */
const refusals = stored<Readonly<Record<string, Refusal>>>(
  'held',
  validValues((value): value is Refusal => v.is(refusalSchema, value)),
)

const enqueue = serialQueue('save a refusal')

/** What a venue refused before the worker woke, or null, also where the storage does not answer. */
export async function loadRefusal(venue: string): Promise<Refusal | null> {
  return refusals.get().then(
    ({ [venue]: refusal }) => refusal ?? null,
    () => null,
  )
}

/** Stores a venue's refusal; null deletes it. */
export function saveRefusal(venue: string, refusal: Refusal | null): Promise<void> {
  return enqueue(async () => {
    const { [venue]: _, ...others } = await refusals.get()
    await refusals.set(refusal ? { ...others, [venue]: refusal } : others)
  })
}
