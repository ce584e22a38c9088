import { expect, test } from 'vitest'
import { binance } from '../../../../src/exchanges/binance.ts'
import { emptyOfficialState } from '../../../../src/exchanges/official/official-state.ts'
import { officialSources } from '../../../../src/exchanges/official/poll-source.ts'
import { takeReply } from '../../../../src/exchanges/official/take-reply.ts'
import { officialSummaryOf } from '../../../../src/shared/official.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import { articles, systemStatus } from '../../../../tools/market-server/venues/binance/official.ts'
import { japan } from '../../../../tools/market-server/stories/story.ts'
import { sysEvents } from '../../../../tools/market-server/stories/sys-events.ts'

// What Keiho makes of Binance's statements of that day, one check a minute, without a market.
const [status, news] = ['rest.status', 'rest.announcements'].map((kind) =>
  officialSources(binance).find((source) => source.kind === kind)!,
)
const sys = { venue: 'binance', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC' }

function knownAt(until: number) {
  let ledger = emptyOfficialState('binance')
  for (let now = japan(9, 30); now <= until; now += 60_000) {
    const market = { now, events: sysEvents } as Market
    ledger = takeReply(binance, ledger, status!, systemStatus(market), now).state
    ledger = takeReply(binance, ledger, news!, articles(market, new URLSearchParams()), now).state
  }
  return officialSummaryOf(ledger.official, sys, until)!
}
const wordsAt = (until: number) => knownAt(until).statements.map(({ statement, at }) => [at, statement.what])

test('nothing is published until 09:36, then that Binance is in maintenance', () => {
  expect(wordsAt(japan(9, 35))).toEqual([])
  expect(wordsAt(japan(9, 36))).toContainEqual([japan(9, 36), 'maintenance'])
  expect(knownAt(japan(9, 36)).closing?.at).toBe(japan(9, 36))
})

test('11:22 the API keys are deleted, 12:13 they can be created again', () => {
  expect(knownAt(japan(11, 21)).apiKeys).toBeNull()
  expect(knownAt(japan(11, 22)).apiKeys?.at).toBe(japan(11, 22))
  expect(wordsAt(japan(12, 13)).filter(([, what]) => what === 'api-keys')).toEqual([
    [japan(12, 13), 'api-keys'],
    [japan(11, 22), 'api-keys'],
  ])
})

test('17:00 the maintenance is over and the trades are rolled back', () => {
  const { statements, closing } = knownAt(japan(17, 1))
  expect(closing).toBeNull()
  expect(
    statements
      .filter(({ statement }) => statement.what === 'maintenance')
      .map(({ statement }) => statement.state),
  ).toEqual(['over', 'over'])
  expect(statements[0]).toMatchObject({ at: japan(17), statement: { what: 'rollback' } })
})
