import type { SentAlert } from '../../../../src/background/storage/sent-alert.ts'
import { defaultSettings } from '../../../../src/shared/settings/settings.ts'
import { dump, episode, incident, marketFall, marketNow, venue, wallNow } from '../../../examples/made-up.ts'
import { announcement, maintenance, official } from '../../../examples/made-up-official.ts'

const alert = (part: Partial<SentAlert>): SentAlert => ({
  episode: episode().id,
  tier: 'warning',
  fell: false,
  ratio: 1.2,
  at: wallNow - 60_000,
  way: 'alone',
  ...part,
})

/** What the extension may have stored in `storage.local`, by key. */
export const samples: Readonly<Record<string, unknown>> = {
  episodes: [
    incident(),
    episode({ kin: ['okx'], turnoverUsd: 2e5 }),
    dump(),
    marketFall(),
    episode({ phase: 'settled' }),
  ],
  venues: [
    venue(),
    venue({ venue: 'okx', kind: 'rate-limited', retryAt: wallNow + 240_000, reason: 'HTTP 429' }),
    venue({ venue: 'bybit', kind: 'stale', receivedAt: null, marketAt: null }),
  ],
  markets: [
    {
      venue: 'binance',
      at: marketNow,
      pairs: 9,
      down: 0.6,
      flat: 0.1,
      up: 0.3,
      median: -0.008,
      windowMs: 6e5,
    },
  ],
  officials: [
    official({
      statements: [announcement(), maintenance({ state: 'scheduled', begin: marketNow + 6e5 })],
      suspended: [{ asset: 'NAV', deposit: false, withdrawal: true, since: marketNow }],
      impaired: [{ symbol: 'NAVBTC', base: 'NAV', quote: 'BTC', state: 'halted', since: marketNow }],
      recentChanges: [{ symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', what: 'listed', at: marketNow }],
    }),
  ],
  crosses: {
    BTC: { usd: 60_000, until: wallNow + 1e5, assumed: false },
    JPY: { usd: 0.007, until: wallNow + 1e5, assumed: false },
  },
  unanswered: ['database', 'notifications'],
  notHelpful: [{ episode: 'binance:NAVBTC:pump:1', kind: 'pump', tier: 'warning', at: wallNow }],
  mutes: [
    { pair: 'binance:VIA/BTC', until: wallNow + 3_600_000, since: wallNow },
    { pair: null, until: wallNow - 1 },
  ],
  yielded: [{ site: 'www.binance.com', at: wallNow }],
  hidden: [{ episode: dump().id, changedAt: marketNow }],
  settings: {
    ...defaultSettings,
    venues: ['binance', 'okx'],
    chartSites: ['tradingview'],
    watch: ['binance:NAV/BTC'],
  },
  alerts: [alert({}), alert({ episode: incident().id, tier: 'danger', way: 'limited' })],
  held: { okx: { kind: 'rate-limited', retryAt: wallNow + 60_000, reason: 'HTTP 429', storedAt: wallNow } },
  'site:www.binance.com': { place: { left: 10, top: 20 }, opened: ['a:danger'], paused: ['b'] },
}

/** Keys of values that are stored as JSON texts. */
export const storedAsText: readonly string[] = ['episodes']
