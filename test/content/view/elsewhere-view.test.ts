// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noInputs, type BannerInputs } from '../../../src/content/view/banner-inputs.ts'
import { run } from '../../../src/content/run.ts'
import { chooseView } from '../../../src/content/view/choose-view.ts'
import { episodes, venues } from '../../../src/shared/storage/items.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { stub } from '../../shared/browser-stub.ts'
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
/** NAV surges on Binance, and OKX is known to show the same coin. */
const away = episode({ kin: ['okx', 'kucoin'] })
const facts = (part: Partial<BannerInputs> = {}): BannerInputs => ({
  ...noInputs,
  pair,
  venue: 'okx',
  settings: on,
  episodes: [away],
  venues: states,
  ...part,
})
const shown = (part: Partial<BannerInputs>) => {
  const scene = chooseView(facts(part), wallNow)
  return 'episode' in scene ? [scene.kind, scene.episode.id] : scene.kind
}

describe('on the page of the same coin at another venue', () => {
  test('its episode there is shown, on the clock of that venue', () => {
    expect(chooseView(facts(), wallNow)).toEqual({
      kind: 'elsewhere',
      episode: away,
      marketNow,
      dataAge: 1_000,
      official: null,
      converted: null,
    })
  })

  test.each([
    ['a ticker is no proof: nobody knows the two to be one coin', { episodes: [episode()] }],
    ['it is known of other venues only', { episodes: [episode({ kin: ['kucoin'] })] }],
    ['it is another coin', { pair: { ...pair, base: 'ADA' } }],
    ['the episode settled', { episodes: [episode({ ...away, phase: 'settled' })] }],
    ['it is muted there', { mutes: [{ pair: 'binance:NAV/BTC', until: null }] }],
    ['it was put away', { hidden: [{ episode: away.id, changedAt: away.changedAt }] }],
    ['it is ignored there', { settings: { ...on, ignore: ['binance:NAV/BTC'] } }],
    ['the pair on screen is ignored', { settings: { ...on, ignore: ['okx:NAV/USDT'] } }],
    ['its quote is of no interest', { settings: { ...on, quotes: ['USDT'] } }],
    ['the page’s venue is off', { settings: { ...on, venues: ['binance'] } }],
    ['that venue is off', { settings: { ...on, venues: ['okx'] } }],
    ['that venue is silent', { venues: [venue({ kind: 'stale' }), venue({ venue: 'okx' })] }],
  ] as [string, Partial<BannerInputs>][])('nothing is said where %s', (_, part) => {
    expect(shown(part)).toBe('none')
  })

  test('the worst of several, after what is flagged at the page’s own venue', () => {
    const worse = incident({ id: 'worse', venue: 'kucoin', base: 'NAV', kin: ['okx'] })
    const three = [...states, venue({ venue: 'kucoin' })]
    const all = { ...on, venues: [...on.venues, 'kucoin'] }
    expect(shown({ episodes: [away, worse], venues: three, settings: all })).toEqual(['elsewhere', 'worse'])
    const own = dump({ id: 'own', venue: 'okx', base: 'NAV', quote: 'USDT' })
    expect(shown({ episodes: [away, own] })).toEqual(['episode', 'own'])
  })

  test('before a small move of the whole market, after a grave one', () => {
    const market = (tier: 'notice' | 'warning') => marketFall({ id: tier, venue: 'okx', tier })
    expect(shown({ episodes: [away, market('notice')] })).toEqual(['elsewhere', away.id])
    expect(shown({ episodes: [away, market('warning')] })).toEqual(['episode', 'warning'])
  })
})

describe('the banner there', () => {
  let life: AbortController
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  beforeEach(async () => {
    vi.useFakeTimers({
      now: wallNow,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
    await stub.reset()
    await venues.set(states)
    await settings.set({ ...on, pause: true })
  })
  afterEach(() => {
    life.abort()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('is a quiet chip even of a Danger, opens to that venue’s card, and leads there', async () => {
    await episodes.set([incident({ kin: ['okx'] })])
    const attached = vi.spyOn(Element.prototype, 'attachShadow')
    location.href = 'https://www.okx.com/trade-spot/sys-usdt'
    life = new AbortController()
    await run(life)
    await pass(200)
    const root = attached.mock.results[0]!.value as ShadowRoot
    const place = root.querySelector('.place')!
    expect(place.textContent).toBe('Surging on Binance+114.5%')
    expect(place.querySelector('[class*=tier-]')).toBeNull()
    expect(root.querySelector('.pause')).toBeNull()
    expect(root.querySelector('[role=alert]')?.textContent).toBe('')
    expect(root.querySelector('[role=status]')?.textContent).toMatch(/^SYS\/BTC on Binance, not on the venue/)
    place.querySelector<HTMLElement>('.chip-open')?.click()
    expect(place.textContent).toContain('DangerSYS/BTCBinance spot')
    expect(place.textContent).toContain('Measured on Binance, not on the venue of this page.')
    const link = place.querySelector<HTMLAnchorElement>('.away a')
    expect(link?.href).toBe('https://www.binance.com/en/trade/SYS_BTC?type=spot')
    expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer'])
  })
})
