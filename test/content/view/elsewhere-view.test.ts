// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noInputs, type BannerInputs } from '../../../src/content/view/banner-inputs.ts'
import { chooseView } from '../../../src/content/view/choose-view.ts'
import { episodes, venues } from '../../../src/shared/storage/items.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { advance, openPage, setUp, tearDown } from '../open-page.ts'
import {
  dump,
  episode,
  incident,
  marketFall,
  marketNow,
  venue,
  wallNow,
} from '../../../tools/examples/made-up.ts'

const pair = { venue: 'okx', base: 'NAV', quote: 'USDT' }
const on = { ...defaultSettings, venues: ['binance', 'okx'] }
const states = [venue(), venue({ venue: 'okx' })]
/** NAV surges on Binance; OKX is known to list the same coin. */
const elsewhere = episode({ kin: ['okx', 'kucoin'] })
const inputs = (part: Partial<BannerInputs> = {}): BannerInputs => ({
  ...noInputs,
  pair,
  venue: 'okx',
  settings: on,
  episodes: [elsewhere],
  venues: states,
  ...part,
})
const shown = (part: Partial<BannerInputs>) => {
  const scene = chooseView(inputs(part), wallNow)
  return 'episode' in scene ? [scene.kind, scene.episode.id] : scene.kind
}

describe('chooseView on the page of the same coin at another venue', () => {
  test('shows its episode, in market time of the other venue', () => {
    expect(chooseView(inputs(), wallNow)).toEqual({
      kind: 'elsewhere',
      isSameVenue: false,
      episode: elsewhere,
      marketNow,
      dataAge: 1_000,
      official: null,
      converted: null,
    })
  })

  test.each([
    ['only the ticker is equal', { episodes: [episode()] }],
    ['the coin is known to be the same at other venues only', { episodes: [episode({ kin: ['kucoin'] })] }],
    ['another coin is on screen', { pair: { ...pair, base: 'ADA' } }],
    ['the episode settled', { episodes: [episode({ ...elsewhere, phase: 'settled' })] }],
    ['it is muted', { mutes: [{ pair: 'binance:NAV/BTC', until: null }] }],
    ['it is hidden', { hidden: [{ episode: elsewhere.id, changedAt: elsewhere.changedAt }] }],
    ['its pair is ignored', { settings: { ...on, ignore: ['binance:NAV/BTC'] } }],
    ['the pair on screen is ignored', { settings: { ...on, ignore: ['okx:NAV/USDT'] } }],
    ['its quote currency is not selected', { settings: { ...on, quotes: ['USDT'] } }],
    ['the venue of the page is off', { settings: { ...on, venues: ['binance'] } }],
    ['the other venue is off', { settings: { ...on, venues: ['okx'] } }],
    ['the other venue has no current data', { venues: [venue({ kind: 'stale' }), venue({ venue: 'okx' })] }],
  ] as [string, Partial<BannerInputs>][])('shows nothing if %s', (_, part) => {
    expect(shown(part)).toBe('none')
  })

  test('shows the most severe of several, after episodes at the venue of the page', () => {
    const worse = incident({ id: 'worse', venue: 'kucoin', base: 'NAV', kin: ['okx'] })
    const three = [...states, venue({ venue: 'kucoin' })]
    const all = { ...on, venues: [...on.venues, 'kucoin'] }
    expect(shown({ episodes: [elsewhere, worse], venues: three, settings: all })).toEqual([
      'elsewhere',
      'worse',
    ])
    const own = dump({ id: 'own', venue: 'okx', base: 'NAV', quote: 'USDT' })
    expect(shown({ episodes: [elsewhere, own] })).toEqual(['episode', 'own'])
  })

  test('comes before a market-wide Notice and after a market-wide Warning', () => {
    const market = (tier: 'notice' | 'warning') => marketFall({ id: tier, venue: 'okx', tier })
    expect(shown({ episodes: [elsewhere, market('notice')] })).toEqual(['elsewhere', elsewhere.id])
    expect(shown({ episodes: [elsewhere, market('warning')] })).toEqual(['episode', 'warning'])
  })
})

describe('chooseView on a page of another market of the same venue', () => {
  const onPerpetual = (part: Partial<BannerInputs> = {}) =>
    shown({
      pair: { venue: 'binance', base: 'NAV', quote: 'USDT' },
      venue: 'binance',
      isOtherMarket: true,
      ...part,
    })

  test('shows what is measured on spot as of another market, whatever its quote', () => {
    expect(onPerpetual()).toEqual(['elsewhere', elsewhere.id])
    const scene = chooseView(
      inputs({ pair: { venue: 'binance', base: 'NAV', quote: 'BTC' }, isOtherMarket: true }),
      wallNow,
    )
    expect(scene).toMatchObject({ kind: 'elsewhere', isSameVenue: true })
  })

  test('knows the coin where spot quotes it by the thousand', () => {
    const thousand = episode({ base: '1000NAV', symbol: '1000NAVBTC' })
    expect(onPerpetual({ episodes: [thousand] })).toEqual(['elsewhere', thousand.id])
    expect(onPerpetual({ episodes: [thousand], isOtherMarket: false })).toBe('none')
  })

  test('says where data have stopped, and says nothing of what has settled', () => {
    expect(onPerpetual({ venues: [venue({ kind: 'stale' })] })).toEqual(['stale', elsewhere.id])
    const settled = episode({ ...elsewhere, phase: 'settled' })
    const part = { episodes: [settled], pair: { venue: 'binance', base: 'NAV', quote: 'BTC' } }
    expect([onPerpetual(part), onPerpetual({ ...part, isOtherMarket: false })]).toEqual([
      'none',
      ['tail', settled.id],
    ])
  })

  test('shows what is flagged at its own venue before another', () => {
    const own = dump({ id: 'own', venue: 'binance', base: 'NAV', quote: 'USDT' })
    const other = incident({ id: 'worse', venue: 'okx', base: 'NAV', kin: ['binance'] })
    expect(onPerpetual({ episodes: [other, own] })).toEqual(['elsewhere', 'own'])
  })
})

describe('the banner of an episode at another venue', () => {
  beforeEach(async () => {
    await setUp()
    await venues.set(states)
    await settings.set({ ...on, pause: true })
  })
  afterEach(tearDown)

  test('is a chip even for Danger, opens to the card, and links to the other venue', async () => {
    await episodes.set([incident({ kin: ['okx'] })])
    const page = await openPage('https://www.okx.com/trade-spot/sys-usdt')
    await advance(200)
    expect(page.text()).toBe('Surging on Binance+114.5%')
    expect(page.find('.place [class*=tier-]')).toBeNull()
    expect(page.find('.pause')).toBeNull()
    expect(page.announced('alert')).toBe('')
    expect(page.announced('status')).toMatch(/^SYS\/BTC on Binance, not on the venue/)
    await page.click('.chip-open')
    expect(page.text()).toContain('DangerSYS/BTCBinance spot')
    expect(page.text()).toContain('Measured on Binance, not on the venue of this page.')
    const link = page.find('.away a') as HTMLAnchorElement
    expect(link.href).toBe('https://www.binance.com/en/trade/SYS_BTC?type=spot')
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer'])
  })

  test('shows on the page of a contract what spot shows, names that market, and follows the hash to another coin', async () => {
    await settings.set({ ...on, pause: true, venues: ['binance', 'htx'] })
    await venues.set([...states, venue({ venue: 'htx' })])
    await episodes.set([incident({ id: 'sys', venue: 'htx', quote: 'USDT' })])
    const contracts = 'https://www.htx.com/futures/linear_swap/exchange#contract_code='
    const page = await openPage(`${contracts}BTC-USDT`)
    await advance(200)
    expect(page.text()).toBe('')
    location.hash = '#contract_code=SYS-USDT&type=cross'
    await advance(1_200)
    expect(page.text()).toMatch(/^DangerSYS\/USDTHTX/)
    expect(page.text()).toContain('HTX spot')
    // What stands before the trader is another market.
    expect(page.find('.pause')).toBeNull()
  })

  test('names the perpetual market whose card it shows, on the page of spot too', async () => {
    const perpetual = 'htx-perpetual'
    await settings.set({ ...on, venues: ['binance', 'htx'] })
    await venues.set([...states, venue({ venue: 'htx' }), venue({ venue: perpetual })])
    await episodes.set([
      episode({ id: 'sys', venue: perpetual, base: 'SYS', quote: 'USDT', tier: 'warning' }),
    ])
    const page = await openPage('https://www.htx.com/trade/sys_usdt')
    await advance(1_200)
    expect(page.text()).toContain('HTX perpetual')
    expect(page.text()).not.toContain('spot')
  })
})
