import { candlesTable } from './candles-table.ts'
import { censusTable } from './census-table.ts'
import { coldTable, feedsTable } from './feeds-table.ts'
import { groupsTable } from './groups-table.ts'
import type { ScorecardReplays } from './scorecard-replays.ts'
import { rulesTable } from './rules-table.ts'
import type { ScorecardTable } from './scorecard-table.ts'
import { sensitivityTable, tiersTable } from './tiers-table.ts'

/** Every table of the scorecard by its `--only` name, in document order. */
export const sections = {
  tiers: tiersTable,
  sensitivity: sensitivityTable,
  feeds: feedsTable,
  groups: groupsTable,
  cold: coldTable,
  candles: candlesTable,
  census: censusTable,
  rules: rulesTable,
} as const satisfies Record<string, (replays: ScorecardReplays, data: string) => Promise<ScorecardTable>>

/** A name that `--only` accepts. */
export type SectionId = keyof typeof sections

/** All of them. */
export const sectionIds = Object.keys(sections) as SectionId[]
