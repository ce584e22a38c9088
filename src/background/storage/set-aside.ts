import { isNumber, isString, withFields } from '../../shared/storage/guards.ts'
import { stored, validEntries } from '../../shared/storage/stored.ts'
import { serialQueue } from './serial-queue.ts'

/** Something stored that was found damaged and is not used: it began anew. */
export interface SetAside {
  /** What it was: `engine of binance`. */
  readonly what: string
  /** Which parts of it were damaged. */
  readonly reason: string
  /** When it was found, wall clock, ms. */
  readonly at: number
}

const maxRemembered = 20
const maxReasonLength = 200

const isSetAside = withFields({ what: isString, reason: isString, at: isNumber }) as (
  value: unknown,
) => value is SetAside

const item = stored<readonly SetAside[]>('setAside', validEntries(isSetAside))
const enqueue = serialQueue('remember what was damaged')

/** What was set aside, newest first, for the page that shows how Keiho does. */
export const setAsideParts = (): Promise<readonly SetAside[]> => item.get()

/**
 * Tells and remembers that something stored was damaged; its data are not kept. Never rejects.
 *
 * @param faults the damaged parts; the first of them and their number are told
 */
export function setAside(what: string, faults: readonly string[], now: number = Date.now()): Promise<void> {
  const [first = ''] = faults
  const more = faults.length > 1 ? ` and ${faults.length - 1} more` : ''
  const reason = first.slice(0, maxReasonLength) + more
  console.warn(`Keiho set aside what was damaged: ${what}`, reason)
  return enqueue(async () =>
    item.set([{ what, reason, at: now }, ...(await item.get())].slice(0, maxRemembered)),
  )
}
