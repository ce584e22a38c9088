import { exchanges } from '../../../src/exchanges/registry.ts'
import type { Events } from '../../market-server/market/events.ts'
import { pumpEverywhere } from '../../market-server/stories/pump-everywhere.ts'

const hour = 3_600_000
const { starts } = pumpEverywhere
const during = { from: starts - hour, until: starts + hour }

/** Every venue publishes something of each kind, so that each kind of message has content. */
export const eventsEverywhere: Events = {
  maintenance: exchanges.map(({ id }) => ({ from: starts + hour, until: starts + 2 * hour, venue: id })),
  halts: exchanges.map(({ id }) => ({ ...during, venue: id, symbol: 'ETHUSDT', status: 'HALT' })),
  transfers: exchanges.map(({ id }) => ({ ...during, venue: id, asset: 'ETH' })),
  statements: exchanges.flatMap(({ id }) =>
    [
      ...[{ title: 'Notice of Removal of Spot Trading Pairs: FOO/BTC', kind: 'delisting' as const }],
      ...[{ title: 'ビットコイン（BTC）の入出金を一時停止', kind: 'news' as const }],
    ].map((statement, i) => ({ ...statement, venue: id, at: starts - hour, body: 'FOO', code: `${id}${i}` })),
  ),
}
