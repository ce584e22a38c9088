import type { SourceRef } from '../../../src/exchanges/official/official-state.ts'
import { type OfficialState, emptyOfficialState } from '../../../src/exchanges/official/official-state.ts'
import { takeOfficial } from '../../../src/exchanges/official/take-official.ts'
import type { Notice } from '../../../src/market/notice.ts'
import type { ListingState } from '../../../src/market/pair.ts'
import type { Row } from '../../../src/market/row.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
export const start = 1_700_000_000_000

export const status: SourceRef = { url: 'https://venue.test/status', what: 'status' }
export const announcements: SourceRef = { url: 'https://venue.test/news', what: 'announcements' }
export const currencies: SourceRef = { url: 'https://venue.test/coins', what: 'currencies' }
export const symbols: SourceRef = { url: 'https://venue.test/pairs', what: 'symbols' }

/** A notice with the fields that matter to the test. */
export const notice = (more: Partial<Notice> = {}): Notice => ({
  type: 'notice',
  scope: 'venue',
  what: 'maintenance',
  state: 'active',
  ...more,
})

export const asset = (name: string, deposit: boolean | null, withdrawal: boolean | null): Row => ({
  type: 'asset',
  asset: name,
  deposit,
  withdrawal,
})

export const pair = (base: string, state: ListingState = 'trading'): Row => ({
  type: 'symbol',
  symbol: `${base}USDT`,
  base,
  quote: 'USDT',
  state,
})

/** The state after replies in order, each with its source and its minute after `start`. */
export function applyAnswers(
  ...answers: readonly (readonly [SourceRef, number, readonly Row[]])[]
): OfficialState {
  return answers.reduce(
    (state, [source, minute, rows]) => takeOfficial(state, rows, source, start + minute * minuteMs),
    emptyOfficialState('venue'),
  )
}
