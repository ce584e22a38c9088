import type { Window } from '../../src/stats/window.ts'
import type { NaiveWindow } from './naive-bars.ts'

/** Windows used by detection, for bars and for the reference implementation. */
export const windows: readonly { readonly window: Window; readonly naive: NaiveWindow }[] = [
  { window: { rung: 0, steps: 5 }, naive: { stepMs: 5000, steps: 5 } },
  { window: { rung: 0, steps: 12 }, naive: { stepMs: 5000, steps: 12 } },
  { window: { rung: 1, steps: 15 }, naive: { stepMs: 20_000, steps: 15 } },
  { window: { rung: 2, steps: 10 }, naive: { stepMs: 60_000, steps: 10 } },
]
