// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chartOfPage } from '../../../src/content/page/chart-of-page.ts'
import { own } from '../../../src/content/own-scripts.ts'
import { readChartPage } from '../../../src/content/page/read-chart-page.ts'
import { noInputs, type BannerInputs } from '../../../src/content/view/banner-inputs.ts'
import { chooseView } from '../../../src/content/view/choose-view.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { episodes, officials, venues } from '../../../src/shared/storage/items.ts'
import { maintenance, official } from '../../../tools/examples/made-up-official.ts'
import {
  dump,
  episode,
  incident,
  marketFall,
  marketNow,
  venue,
  wallNow,
} from '../../../tools/examples/made-up.ts'
import { stub } from '../../shared/browser-stub.ts'
import { advance, commands, openPage, setUp, tearDown } from '../open-page.ts'

const on = {
  ...defaultSettings,
  venues: ['binance', 'okx'],
  chartSites: ['tradingview', 'coingecko'],
}
const states = [venue(), venue({ venue: 'okx' })]
const chartAt = (symbol: string) => `https://www.tradingview.com/chart/?symbol=${symbol}`
const coinAt = (name: string) => `https://www.coingecko.com/en/coins/${name}`

/** What is shown on a page: the id of the episode; null: nothing. */
function shown(href: string, part: Partial<BannerInputs> = {}): string | null {
  const inputs = { ...noInputs, chart: chartOfPage(href), settings: on, venues: states, ...part }
  const view = chooseView(inputs, wallNow)
  if (view.kind === 'none') return null
  expect(view.kind).toBe('chart')
  return 'episode' in view ? view.episode.id : null
}

describe('chooseView on a chart that names a market', () => {
  const page = chartAt('BINANCE%3ANAVBTC')
  const here = (part: Partial<BannerInputs> = {}) => shown(page, { episodes: [episode()], ...part })

  test('shows the episode of that pair, in market time of its venue', () => {
    const inputs = { ...noInputs, chart: chartOfPage(page), settings: on, venues: states }
    expect(chooseView({ ...inputs, episodes: [episode()] }, wallNow)).toEqual({
      kind: 'chart',
      episode: episode(),
      marketNow,
      dataAge: 1_000,
      official: null,
      converted: null,
    })
  })

  test('shows it before a worse one of the coin elsewhere, and that one where there is no other', () => {
    const elsewhere = incident({
      id: 'elsewhere',
      venue: 'okx',
      base: 'NAV',
      quote: 'USDT',
      kin: ['binance'],
    })
    expect(here({ episodes: [elsewhere, episode()] })).toBe(episode().id)
    expect(here({ episodes: [elsewhere] })).toBe('elsewhere')
    expect(here({ episodes: [{ ...elsewhere, kin: ['bybit'] }] })).toBeNull()
  })

  test('shows of the two markets of its exchange the one that tells more, on the chart of either', () => {
    const contract = dump({
      ...{ id: 'contract', venue: 'binance-perpetual', symbol: 'NAVUSDT', base: 'NAV', quote: 'USDT' },
      tier: 'danger',
    })
    const part = { venues: [...states, venue({ venue: 'binance-perpetual' })] }
    const onBoth = (...flagged: (typeof contract)[]) =>
      [chartAt('BINANCE%3ANAVUSDT.P'), page].map((href) => shown(href, { ...part, episodes: flagged }))
    expect(onBoth(episode())).toEqual([episode().id, episode().id])
    expect(onBoth(episode(), contract)).toEqual(['contract', 'contract'])
    expect(onBoth(episode(), { ...contract, base: 'ADA', symbol: 'ADAUSDT' })).toEqual([
      episode().id,
      episode().id,
    ])
  })

  test('shows the largest coins wherever they are flagged, also where the venue of the chart is off', () => {
    const coin = dump({ id: 'eth', venue: 'okx', base: 'ETH', quote: 'USDT', symbol: 'ETH-USDT' })
    expect(shown(chartAt('BYBIT%3AETHUSDT'), { episodes: [coin] })).toBe('eth')
    expect(shown(chartAt('BYBIT%3ANAVUSDT'), { episodes: [episode()] })).toBeNull()
  })

  test.each([
    ['the site is switched off', { settings: { ...on, chartSites: ['coingecko'] } }],
    ['the venue is switched off', { settings: { ...on, venues: ['okx'] } }],
    ['the pair is ignored', { settings: { ...on, ignore: ['binance:NAV/BTC'] } }],
    ['the pair is muted', { mutes: [{ pair: 'binance:NAV/BTC', until: null }] }],
    ['the episode is hidden', { hidden: [{ episode: episode().id, changedAt: episode().changedAt }] }],
    ['it has settled', { episodes: [episode({ phase: 'settled' })] }],
    ['the venue sends no data', { venues: [venue({ kind: 'stale' })] }],
    ['the whole market is flagged and not the pair', { episodes: [marketFall()] }],
    [
      'the venue says something, and no pair is flagged',
      { episodes: [], officials: [official({ statements: [maintenance()] })] },
    ],
  ] as [string, Partial<BannerInputs>][])('shows nothing if %s', (_, part) => {
    expect(here(part)).toBeNull()
  })
})

describe('chooseView on a page of a coin', () => {
  const sys = incident({ id: 'sys' })

  test('shows the most severe episode of one of the largest coins, of any venue', () => {
    const notice = dump({ id: 'notice', base: 'ETH', quote: 'USDT', tier: 'notice' })
    const worse = dump({ id: 'worse', venue: 'okx', base: 'ETH', quote: 'BTC', tier: 'warning' })
    expect(shown(coinAt('ethereum'), { episodes: [notice, worse] })).toBe('worse')
  })

  test('shows another coin where prices have proven it the same at three venues', () => {
    const of = (kin: readonly string[]) => shown(coinAt('syscoin'), { episodes: [{ ...sys, kin }] })
    expect([of([]), of(['okx']), of(['okx', 'kucoin'])]).toEqual([null, null, 'sys'])
  })

  test('heeds what is filtered for the list: no pair is on screen', () => {
    const part = { episodes: [dump({ id: 'eth', base: 'ETH', quote: 'USDT' })] }
    expect(shown(coinAt('ethereum'), part)).toBe('eth')
    expect(shown(coinAt('ethereum'), { ...part, settings: { ...on, quotes: ['BTC'] } })).toBeNull()
  })

  test('shows nothing on a page of a coin that is not known for sure', () => {
    expect(shown(coinAt('syscoin-classic'), { episodes: [{ ...sys, kin: ['okx', 'kucoin'] }] })).toBeNull()
  })
})

describe('the banner of a chart page', () => {
  beforeEach(async () => {
    own.readPage = readChartPage
    await setUp()
    await venues.set(states)
    await settings.set({ ...on, pause: true })
  })
  afterEach(() => {
    delete own.readPage
    tearDown()
  })

  test('stays a chip even for Danger, names pair and venue, and opens to the brief card', async () => {
    await episodes.set([incident()])
    const page = await openPage(chartAt('BINANCE%3ASYSBTC'))
    await advance(20_000)
    expect(page.text()).toMatch(/^Danger.*SYS\/BTC Binance\+114\.5%/)
    expect(page.find('.card')).toBeNull()
    expect(page.find('.pause')).toBeNull()
    expect([page.announced('alert'), page.announced('status')]).toEqual([
      '',
      expect.stringMatching(/^Danger, SYS\/BTC, Binance\./),
    ])
    await page.click('.chip-open')
    expect(page.find('.card.brief')).not.toBeNull()
    const link = page.find('.brief-way a') as HTMLAnchorElement
    expect([link.textContent, link.href]).toEqual([
      'Open SYS/BTC on Binance',
      'https://www.binance.com/en/trade/SYS_BTC?type=spot',
    ])
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer'])
  })

  test('leads to the details, and hides what the trader hides', async () => {
    await episodes.set([incident()])
    const page = await openPage(chartAt('BINANCE%3ASYSBTC'))
    await advance(200)
    await page.click('.chip-open')
    await page.click('.card-actions .btn')
    await page.click('.card-actions .btn:nth-child(2)')
    expect(commands()).toEqual([
      { kind: 'details', episode: incident().id },
      expect.objectContaining({ kind: 'hide', episode: incident().id }),
    ])
    await advance(200)
    expect(page.text()).toBe('')
  })

  test('asks for no live figures, and follows the address to another market', async () => {
    await episodes.set([incident()])
    await officials.set([official({ statements: [maintenance()] })])
    const page = await openPage(chartAt('BINANCE%3AETHBTC'))
    await advance(200)
    expect(page.text()).toBe('')
    history.pushState(null, '', '/chart/?symbol=BINANCE%3ASYSBTC')
    await advance(1_200)
    expect(page.text()).toContain('SYS/BTC Binance')
    history.pushState(null, '', '/markets/')
    await advance(1_200)
    expect(page.text()).toBe('')
    const views = stub.ports.flatMap(({ sent }) => sent)
    expect(new Set(views.map((view) => JSON.stringify(view)))).toEqual(
      new Set([JSON.stringify({ kind: 'view', pair: null })]),
    )
  })
})
