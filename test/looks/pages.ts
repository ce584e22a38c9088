import { existsSync } from 'node:fs'
import type { Settings } from '../../src/shared/settings/settings.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import type { Health } from '../../src/shared/messages/health.ts'
import { exchanges } from '../../src/exchanges/registry.ts'
import { extensionFolder } from '../../tools/browsers/extension-folder.ts'
import * as incident from '../details/example-incident.ts'
import {
  dump,
  episode,
  incident as surging,
  marketFall,
  marketNow,
  venue,
} from '../../tools/examples/made-up.ts'
import { maintenance, official } from '../../tools/examples/made-up-official.ts'
import { contractDetails, details } from './details-pages.ts'
import { narrowWindow, panelWindow, popupWindow, tabWindow, type Surface } from './surface.ts'

const used: Partial<Settings> = {
  venues: ['binance', 'bybit', 'bitbank', 'okx', 'kucoin'],
  sensitivity: { kind: 'custom', shift: 0.7 },
  quotes: ['BTC', 'USDT', 'JPY'],
  watch: ['binance:NXS/BTC', 'bitbank:XRP/JPY'],
  pairRules: [{ pair: 'binance:NXS/BTC', least: 'danger', sound: true, move: 0.05, above: 0.0004 }],
  ignore: ['kucoin:BTC3L/USDT'],
  notifications: {
    ...defaultSettings.notifications,
    quiet: { from: 1_380, to: 420, timeZone: 'Asia/Tokyo', dangerExempt: true },
  },
}

/** Six venues in different states. */
const states = (now: number) => [
  venue({ receivedAt: now - 1_000 }),
  venue({ venue: 'bybit', kind: 'polling', pairs: 612, receivedAt: now - 4_000 }),
  venue({ venue: 'bitbank', kind: 'stale', pairs: 62, receivedAt: now - 180_000 }),
  venue({
    venue: 'gate',
    kind: 'unreadable',
    receivedAt: now - 90_000,
    droppedShare: 1,
    droppedExample: 'ws.ticker: tick symbol "BTC_USDT", last missing',
  }),
  venue({ venue: 'okx', kind: 'rate-limited', pairs: 540, retryAt: now + 240_000, receivedAt: now - 60_000 }),
  venue({ venue: 'kucoin', kind: 'no-permission', pairs: 0, receivedAt: null }),
]
const market = {
  venue: 'binance',
  at: marketNow,
  pairs: 1_412,
  down: 0.61,
  flat: 0.11,
  up: 0.28,
  median: -0.008,
  windowMs: 600_000,
}
const settled = episode({
  id: 'settled',
  base: 'RDN',
  phase: 'settled',
  changedAt: marketNow - 7 * 3_600_000,
})
const flagged = [
  surging(),
  episode(),
  dump(),
  dump({ id: 'muted', base: 'VIB' }),
  dump({ id: 'watched', base: 'NXS', phase: 'falling', lastPrice: 0.00023 }),
  settled,
]
const popup = { path: 'src/popup/index.html', frames: popupWindow }

const failingKinds = ['stale', 'blocked', 'unreadable', 'no-permission'] as const

const options: Omit<Surface, 'name'> = {
  path: 'src/options/index.html',
  frames: tabWindow,
  settings: used,
  stored: (now) => ({ venues: states(now), mutes: [{ pair: 'binance:VIB/BTC', until: null }] }),
}
const health: Omit<Surface, 'name'> = {
  path: 'src/health/index.html',
  frames: tabWindow,
  settings: used,
  stored: (now) => ({ venues: states(now), officials: [official()], unanswered: ['notifications'] }),
}
const now = Date.now()
const healthAnswer: Health = {
  startedAt: now - 4_000_000,
  unanswered: [],
  setAside: [{ what: 'engine of kucoin', reason: 'pairs: no list', at: now - 3_600_000 }],
  venues: states(now).map((state, i) => ({
    state: i === 1 ? { ...state, droppedShare: 0.6, droppedExample: 'price: "abc" is no number' } : state,
    spentShare: state.kind === 'no-permission' ? null : i / 10,
    savedAt: i === 0 ? now - 30_000 : null,
  })),
}
/** The popup with many episodes. */
const busyPopup: Omit<Surface, 'name'> = {
  ...popup,
  settings: used,
  stored: (now) => ({
    episodes: flagged,
    venues: states(now),
    markets: [market],
    mutes: [{ pair: 'binance:VIB/BTC', until: now + 900_000 }],
    yielded: [{ site: 'www.okx.com', at: now - 60_000 }],
  }),
}

/** Seventeen venues of which sixteen fail, each with a stale Danger; the one that works has a live Danger. */
const failing: Omit<Surface, 'name'> = {
  ...popup,
  settings: { venues: exchanges.map(({ id }) => id) },
  stored: (now) => ({
    episodes: [
      ...exchanges.slice(1).map(({ id: venue }) => surging({ id: `${venue}:stale`, venue, base: 'NAV' })),
      surging(),
    ],
    venues: exchanges.map(({ id }, i) =>
      i === 0
        ? venue({ receivedAt: now - 1_000 })
        : venue({
            venue: id,
            kind: failingKinds[i % failingKinds.length]!,
            receivedAt: null,
            reason: 'HTTP 451',
          }),
    ),
    markets: [market],
    officials: exchanges
      .slice(1)
      .map(({ id }) => ({ ...official({ statements: [maintenance()] }), venue: id })),
    mutes: [{ pair: 'binance:VIB/BTC', until: null }],
  }),
}

const all: readonly Surface[] = [
  { name: 'popup', ...busyPopup },
  { name: 'popup-mute', ...busyPopup, pressed: '.row:nth-of-type(2) .deeds button:last-child' },
  { name: 'popup-venues', ...busyPopup, pressed: '.folds .venues' },
  { name: 'popup-muted', ...busyPopup, pressed: '.folds .mutes' },
  { name: 'popup-failing', ...failing },
  { name: 'popup-narrow', ...busyPopup, path: 'src/popup/panel.html', frames: narrowWindow },
  { name: 'panel', ...busyPopup, path: 'src/popup/panel.html', frames: panelWindow },
  {
    name: 'popup-measuring',
    ...popup,
    stored: (now) => ({
      episodes: [],
      venues: [venue({ receivedAt: now - 1_000 })],
      markets: [{ ...market, measuredMs: 430_000 }],
    }),
  },
  {
    name: 'popup-fall',
    ...popup,
    stored: (now) => ({
      episodes: [marketFall(), settled],
      venues: [venue({ receivedAt: now - 1_000 })],
      markets: [{ ...market, down: 0.94, flat: 0.02, up: 0.04, median: -0.102 }],
    }),
  },
  {
    name: 'popup-maintenance',
    ...popup,
    stored: (now) => ({
      episodes: [episode(), settled],
      venues: [venue({ kind: 'stale', receivedAt: now - 300_000 })],
      markets: [market],
      officials: [official({ statements: [maintenance()] })],
    }),
  },
  {
    name: 'popup-blocked',
    ...popup,
    stored: () => ({ venues: [venue({ kind: 'blocked', receivedAt: null, pairs: 0, reason: 'HTTP 451' })] }),
  },
  { name: 'details', ...details },
  { name: 'details-contract', ...contractDetails },
  { name: 'details-export', ...details, pressed: '.top [aria-haspopup=menu]' },
  { name: 'options', ...options },
  { name: 'options-delete', ...options, pressed: '.delete button' },
  { name: 'health', ...health, answers: { health: healthAnswer } },
  { name: 'health-silent', ...health },
  {
    name: 'welcome',
    path: 'src/welcome/index.html',
    frames: tabWindow,
    readsOnce: true,
    stored: () => ({}),
  },
  {
    name: 'welcome-example',
    path: 'src/welcome/index.html',
    frames: tabWindow,
    readsOnce: true,
    stored: () => ({}),
    answers: { 'test-notification': null },
    pressed: '.welcome > .btn',
  },
  {
    name: 'history-empty',
    path: 'src/history/index.html',
    frames: tabWindow,
    stored: () => ({}),
    answers: { history: [], scorecard: [] },
  },
  {
    name: 'history',
    path: 'src/history/index.html',
    frames: tabWindow,
    stored: (now) => ({ venues: states(now) }),
    answers: {
      history: incident.history,
      scorecard: [
        { tier: 'danger', episodes: 4, known: 3, below: 3 },
        { tier: 'warning', episodes: 31, known: 29, below: 20 },
        { tier: 'notice', episodes: 112, known: 0, below: 0 },
      ],
    },
  },
  {
    name: 'night',
    path: 'src/night/index.html',
    frames: tabWindow,
    stored: () => ({}),
    answers: {
      'held-back': [
        {
          at: marketNow,
          rows: [
            ...incident.history.map((past) => ({
              tier: past.episode.tier,
              at: past.episode.startedAt,
              past,
            })),
            { tier: 'notice', at: marketNow - 3_600_000, past: null },
          ],
        },
      ],
    },
  },
]

/** The pages of the built extension. */
export const pages: readonly Surface[] = all.filter(({ path }) =>
  existsSync(`${extensionFolder('chrome')}/${path.replace(/#.*/, '')}`),
)
