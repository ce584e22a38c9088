import * as v from 'valibot'
import { stored } from '../../shared/storage/stored.ts'
import type { Refusal } from './request-queue.ts'
import { inTurn } from '../storage/serial.ts'

const shape = v.record(
  v.string(),
  v.object({
    kind: v.picklist(['rate-limited', 'blocked', 'stale']),
    retryAt: v.pipe(v.number(), v.finite()),
    reason: v.string(),
  }),
)

/** What each venue refuses, by its id: a worker that dies and wakes must not ask before the venue's "later". */
const held = stored<Readonly<Record<string, Refusal>>>(
  'held',
  {},
  (value): value is Readonly<Record<string, Refusal>> => v.is(shape, value),
)

const inOrder = inTurn('remember a refusal')

/** What a venue refused before we were woken, or null. */
export async function heldBy(venue: string): Promise<Refusal | null> {
  return (await held.get())[venue] ?? null
}

/** Remembers what a venue refuses; null forgets it. */
export function hold(venue: string, refusal: Refusal | null): Promise<void> {
  return inOrder(async () => {
    const { [venue]: _, ...others } = await held.get()
    await held.set(refusal ? { ...others, [venue]: refusal } : others)
  })
}
