import { hidden } from '../shared/storage/items.ts'
import { clearHistory } from './history/history.ts'
import { clearOfficial } from './official/official-store.ts'
import type { Parts } from './wiring.ts'
import { clearEngines } from './storage/engine-store.ts'

/** Forgets everything that was measured on this machine, and begins anew; settings and mutes stay. */
export async function forgetAll(
  parts: Pick<Parts, 'watch' | 'beside' | 'paint' | 'courses' | 'record'>,
): Promise<true> {
  const { watch, beside, paint, courses, record } = parts
  await watch.restart(async () => {
    beside.forget()
    await paint.clear()
    await hidden.set([])
    await Promise.all([clearHistory(), clearEngines(), clearOfficial(), courses.clear(), record.clear()])
  })
  return true
}
