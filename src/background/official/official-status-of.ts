import type { OfficialStatus } from '../../detect/cases/official-status.ts'
import { closesVenue, holds, type Official } from '../../market/official.ts'

/** Prices are young for a day after a listing, and for so long (ms) after a pair opened again. */
const reopenedMs = 2 * 3_600_000
const listedMs = 24 * 3_600_000

const halted: readonly string[] = ['halted', 'cancel-only']

/** What of a venue's words bears on its episodes. @param now the venue's own time, ms */
export function officialStatusOf(official: Official, now: number): OfficialStatus {
  const { statements, cautions, suspended, impaired, recentChanges } = official
  const open = statements.filter(holds)
  const stopped = [...open, ...cautions.filter(holds)].flatMap(({ scope, what, symbol }) =>
    scope === 'pair' && symbol !== undefined && (what === 'halt' || what === 'cancel-only') ? [symbol] : [],
  )
  return {
    closed: open.some(closesVenue),
    halted: new Set([
      ...stopped,
      ...impaired.filter(({ state }) => halted.includes(state)).map(({ symbol }) => symbol),
    ]),
    suspended: new Map(suspended.map(({ asset, since }) => [asset, since])),
    young: new Set(
      recentChanges
        .filter(({ what, at }) => now - at < (what === 'listed' ? listedMs : reopenedMs))
        .map(({ symbol }) => symbol),
    ),
    changing: new Set(
      open.filter(({ what }) => what === 'migration' || what === 'delisting').flatMap(({ assets }) => assets),
    ),
  }
}
