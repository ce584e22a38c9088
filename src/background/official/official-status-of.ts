import type { OfficialStatus } from '../../detect/cases/official-status.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import type { Official } from '../../market/official.ts'
import { closesVenue, holds, isOfficialWord, stopsTrading } from '../../market/statement-meaning.ts'

/** Prices count as young for so long (ms) after a pair reopened, and for a day after it was listed. */
const youngAfterReopenMs = 2 * 3_600_000
const youngAfterListingMs = 24 * 3_600_000

const haltedStates: readonly string[] = ['halted', 'cancel-only']

/** The part of a venue's official state that affects its episodes. @param now the venue's own time, ms */
export function officialStatusOf(official: Official, now: number): OfficialStatus {
  const { statements, cautions, suspended, impaired, recentChanges } = official
  const open = statements.filter((statement) => holds(statement) && isOfficialWord(statement))
  const stopped = [...statements, ...cautions]
    .filter(({ scope }) => scope === 'pair')
    .filter(stopsTrading)
    .flatMap(({ symbol }) => symbol ?? [])
  return {
    closed: statements.some(closesVenue),
    halted: new Set([
      ...stopped,
      ...impaired.filter(({ state }) => haltedStates.includes(state)).map(({ symbol }) => symbol),
    ]),
    suspended: new Map(suspended.map(({ asset, since }) => [asset, since])),
    young: new Set(
      recentChanges
        .filter(
          ({ what, at }) =>
            elapsedMs(at, now) < (what === 'listed' ? youngAfterListingMs : youngAfterReopenMs),
        )
        .map(({ symbol }) => symbol),
    ),
    changing: new Set(
      open
        .filter(({ what }) => what === 'migration' || what === 'delisting')
        .flatMap(({ assets }) => assets.map((asset) => asset.toUpperCase())),
    ),
  }
}
