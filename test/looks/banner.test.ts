import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Episode } from '../../src/market/episode.ts'
import { dump, incident, venue } from '../../tools/examples/made-up.ts'
import { announcement, official } from '../../tools/examples/made-up-official.ts'
import { squeeze, squeezeNow } from '../details/example-squeeze.ts'
import { inEachLook } from './in-each-look.ts'
import { inspect } from './inspect.ts'
import { nextPaint, type ExtensionWithoutWorker } from './extension-without-worker.ts'
import { tabWindow } from './surface.ts'
import {
  bannerRoot,
  changeBannerLook,
  openTradingPages,
  showBanner,
  type BannerSurface,
} from './trading-page.ts'
import { zoomsOf, zoomTo } from './view.ts'

const here = (part: Parameters<typeof dump>[0]) => dump({ symbol: 'SYSBTC', base: 'SYS', ...part })
/** Cross rates for the price in the trader's currency. */
const worths = (now: number) => {
  const until = now + 600_000
  return {
    BTC: { usd: 6_600, until, assumed: false },
    USD: { usd: 1, until, assumed: false },
    JPY: { usd: 0.009, until, assumed: false },
  }
}
/** The coin on screen, flagged at another venue. */
const atOkx = incident({ id: 'okx:SYS/USDT:1', venue: 'okx', quote: 'USDT', kin: ['binance'] })
const both = (now: number) => [
  venue({ receivedAt: now - 1_000 }),
  venue({ venue: 'okx', receivedAt: now - 2_000 }),
]
/** A contract that its coin follows on the spot market. */
const withSpot = (episode: Episode): Episode => {
  const spot = { sign: 'other-market', unit: 'fraction', value: 0.12, windowMs: 0, at: squeezeNow } as const
  return { ...episode, evidence: [...episode.evidence, spot] }
}
const chart = 'https://www.tradingview.com/chart/?symbol=BINANCE%3ASYSBTC'
const banners: readonly BannerSurface[] = [
  {
    name: 'chip',
    stage: 'chip',
    stored: (now) => ({ episodes: [here({})], venues: [venue({ receivedAt: now - 1_000 })] }),
  },
  {
    name: 'tail',
    stage: 'chip',
    stored: (now) => ({
      episodes: [incident({ phase: 'settled', changedAt: incident().updatedAt, lastPrice: 0.0000316 })],
      venues: [venue({ receivedAt: now - 1_000 })],
    }),
  },
  {
    name: 'brief',
    stage: 'brief',
    stored: (now) => ({
      episodes: [incident()],
      venues: [venue({ receivedAt: now - 1_000 })],
      officials: [official()],
    }),
  },
  {
    name: 'brief-contract',
    address: 'https://www.binance.com/en/futures/NULSUSDT',
    stage: 'brief',
    stored: (now) => ({
      episodes: [withSpot(squeeze())],
      venues: [venue({ venue: 'binance-perpetual', receivedAt: now - 1_000, marketAt: squeezeNow })],
      officials: [official()],
    }),
  },
  {
    name: 'card',
    stage: 'full',
    stored: (now) => ({
      episodes: [incident()],
      venues: [venue({ receivedAt: now - 1_000 })],
      officials: [official()],
      crosses: worths(now),
    }),
  },
  {
    name: 'mute-menu',
    stage: 'full',
    pressed: '[aria-haspopup=menu]',
    stored: (now) => ({ episodes: [incident()], venues: [venue({ receivedAt: now - 1_000 })] }),
  },
  {
    name: 'pause',
    stage: null,
    settings: { pause: true },
    stored: (now) => ({
      episodes: [incident()],
      venues: [venue({ receivedAt: now - 1_000 })],
      officials: [official()],
    }),
  },
  {
    name: 'elsewhere-chip',
    stage: 'chip',
    settings: { venues: ['binance', 'okx'] },
    stored: (now) => ({ episodes: [atOkx], venues: both(now) }),
  },
  {
    name: 'elsewhere-card',
    stage: 'full',
    settings: { venues: ['binance', 'okx'] },
    stored: (now) => ({ episodes: [atOkx], venues: both(now) }),
  },
  {
    name: 'chart-chip',
    address: chart,
    stage: 'chip',
    settings: { chartSites: ['tradingview'] },
    stored: (now) => ({ episodes: [incident()], venues: [venue({ receivedAt: now - 1_000 })] }),
  },
  {
    name: 'chart-card',
    address: chart,
    stage: null,
    pressed: '.chip-open',
    settings: { chartSites: ['tradingview'] },
    stored: (now) => ({ episodes: [incident()], venues: [venue({ receivedAt: now - 1_000 })] }),
  },
  {
    name: 'venue-strip',
    stage: null,
    stored: (now) => ({
      venues: [venue({ receivedAt: now - 1_000 })],
      officials: [official({ statements: [announcement()] })],
    }),
  },
  {
    name: 'stale',
    stage: 'full',
    stored: (now) => ({
      episodes: [incident()],
      venues: [venue({ kind: 'stale', receivedAt: now - 48_000 })],
    }),
  },
]

let market: Awaited<ReturnType<typeof openTradingPages>>
let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  market = await openTradingPages()
  ;({ extension, page } = market)
})
afterAll(() => market?.close())

describe.each(banners)('banner: $name', (banner) => {
  inEachLook(
    (look) => showBanner(extension, page, banner, { ...look, zoom: 100 }),
    (look) => changeBannerLook(extension, page, banner, look),
    (look) =>
      test.each(zoomsOf(look))('%i %', async (zoom) => {
        await zoomTo(page, tabWindow, zoom)
        await nextPaint(page)
        const view = { ...look, zoom }
        expect(await inspect(page, `banner-${banner.name}`, view, bannerRoot, 'html > div')).toEqual([])
      }),
  )
})
