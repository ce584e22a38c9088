import type { VenueState } from '../../src/market/venue-state.ts'
import { defaultSettings, type Settings } from '../../src/shared/settings/settings.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { stub } from '../shared/browser-stub.ts'
import { venue } from '../../tools/examples/made-up.ts'

// The options page with a stub of the browser API: ?lang=en|ja&theme=light|dark&state=fresh|used
const query = new URLSearchParams(location.search)
const used: Partial<Settings> = {
  venues: ['binance', 'bybit', 'bitbank', 'okx', 'kucoin'],
  sensitivity: { kind: 'custom', shift: 0.7 },
  quotes: ['BTC', 'USDT', 'JPY'],
  watch: ['binance:SYS/BTC', 'bitbank:XRP/JPY'],
  ignore: ['kucoin:BTC3L/USDT'],
  notifications: {
    ...defaultSettings.notifications,
    quiet: { from: 1_380, to: 420, timeZone: 'Asia/Tokyo', dangerExempt: true },
  },
}
const now = Date.now()
const at = (id: string, part: Partial<VenueState>) => venue({ venue: id, receivedAt: now - 2_000, ...part })
const states: readonly VenueState[] = [
  at('binance', {}),
  at('bybit', { kind: 'polling', pairs: 612 }),
  at('bitbank', { kind: 'stale', receivedAt: now - 180_000, pairs: 62 }),
  at('okx', { kind: 'rate-limited', retryAt: now + 240_000, pairs: 540 }),
]
const settings: Settings = {
  ...defaultSettings,
  ...(query.get('state') === 'used' && used),
  language: query.get('lang') === 'ja' ? 'ja' : 'en',
  theme: query.get('theme') === 'dark' ? 'dark' : 'light',
}
if (query.get('state') === 'used')
  stub.answer = () => ({ answer: { notifications: 3, flagged: 1_411, since: now - 3 * 86_400_000 } })
await browser.storage.local.set({ settings, venues: states })
await import('../../src/options/main.ts')
