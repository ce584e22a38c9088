import { describe, expect, test } from 'vitest'
import { noInputs, type BannerInputs } from '../../../src/content/view/banner-inputs.ts'
import { chooseView } from '../../../src/content/view/choose-view.ts'
import type { Live } from '../../../src/shared/messages/messages.ts'
import { dump, episode, marketFall, marketNow, venue, wallNow } from '../../../tools/examples/made-up.ts'

const pair = { venue: 'binance', base: 'NAV', quote: 'BTC' }
const facts = (part: Partial<BannerInputs> = {}): BannerInputs => ({
  ...noInputs,
  pair,
  episodes: [episode()],
  venues: [venue()],
  ...part,
})
const live = (part: Partial<Live> = {}): Live => ({
  kind: 'live',
  pair,
  last: 0.000015,
  at: marketNow + 1_000,
  venue: venue({ receivedAt: wallNow, marketAt: marketNow + 1_000 }),
  episode: episode({ updatedAt: marketNow + 1_000, lastPrice: 0.000015 }),
  ...part,
})
const shown = (part: Partial<BannerInputs>) => {
  const scene = chooseView(facts(part), wallNow)
  return 'episode' in scene ? scene.episode.id : null
}

describe('sceneOf', () => {
  test('shows the open episode of the pair on screen', () => {
    expect(chooseView(facts(), wallNow)).toEqual({
      kind: 'episode',
      episode: episode(),
      marketNow,
      dataAge: 1_000,
      official: null,
      converted: null,
    })
  })

  test.each([
    ['no pair is on screen', { pair: null }],
    ['another pair is on screen', { pair: { ...pair, base: 'ADA' } }],
    ['the same pair of another venue is on screen', { pair: { ...pair, venue: 'bybit' } }],
    [
      'another pair of the coin is on screen and the flagged one is ignored',
      {
        pair: { ...pair, quote: 'USDT' },
        settings: { ...noInputs.settings, ignore: ['binance:NAV/BTC'] },
      },
    ],
    ['the pair on screen is ignored', { settings: { ...noInputs.settings, ignore: ['binance:NAV/BTC'] } }],
    ['the venue was switched off', { settings: { ...noInputs.settings, venues: ['okx'] } }],
    ['the episode settled', { episodes: [episode({ phase: 'settled' })] }],
    ['the pair is muted', { mutes: [{ pair: 'binance:NAV/BTC', until: null }] }],
    ['everything is muted', { mutes: [{ pair: null, until: wallNow + 1 }] }],
    ['it was put away', { hidden: [{ episode: episode().id, changedAt: episode().changedAt }] }],
  ] as [string, Partial<BannerInputs>][])('shows nothing when %s', (_, part) => {
    expect(chooseView(facts(part), wallNow)).toEqual({ kind: 'none' })
  })

  test('comes back when something new happened to what was put away', () => {
    expect(shown({ hidden: [{ episode: episode().id, changedAt: episode().changedAt - 1 }] })).toBe(
      episode().id,
    )
  })

  test('shows what another pair of the coin told first, where the pair on screen has no card of its own', () => {
    const usdt = { ...pair, quote: 'USDT' }
    expect(shown({ pair: usdt })).toBe(episode().id)
    const own = episode({ id: 'own', quote: 'USDT', tier: 'notice' })
    expect(shown({ pair: usdt, episodes: [episode({ tier: 'danger' }), own] })).toBe('own')
    expect(shown({ pair: usdt, episodes: [marketFall(), episode()] })).toBe(episode().id)
  })

  test('shows the worst of several', () => {
    const worse = episode({ id: 'worse', tier: 'danger' })
    expect(shown({ episodes: [episode(), worse] })).toBe('worse')
  })

  test('shows a move of the whole market where the pair has none of its own', () => {
    const ada = { ...pair, base: 'ADA' }
    expect(shown({ pair: ada, episodes: [marketFall(), dump()] })).toBe(marketFall().id)
    expect(shown({ episodes: [marketFall(), episode()] })).toBe(episode().id)
    expect(shown({ pair: { ...ada, venue: 'bybit' }, episodes: [marketFall()] })).toBeNull()
  })

  test('live figures outrun stored ones, and the other way round', () => {
    const scene = chooseView(facts({ live: live() }), wallNow)
    expect(scene).toMatchObject({ kind: 'episode', marketNow: marketNow + 1_000, dataAge: 0 })
    expect(scene.kind === 'episode' && scene.episode.lastPrice).toBe(0.000015)
    const later = episode({ updatedAt: marketNow + 5_000, lastPrice: 2 })
    const stored = chooseView(facts({ live: live(), episodes: [later] }), wallNow)
    expect(stored.kind === 'episode' && stored.episode.lastPrice).toBe(2)
  })

  test('a live episode that settled ends the banner before storage says so', () => {
    expect(
      shown({ live: live({ episode: episode({ phase: 'settled', updatedAt: marketNow + 1_000 }) }) }),
    ).toBeNull()
  })

  test('market time is never mixed with the wall clock', () => {
    const scene = chooseView(facts({ venues: [venue({ receivedAt: wallNow - 3_000 })] }), wallNow)
    expect(scene).toMatchObject({ marketNow, dataAge: 3_000 })
  })

  test('tells the price in the trader’s own currency, while live crosses say what that is', () => {
    const worth = (usd: number) => ({ usd, until: wallNow + 1, assumed: false })
    const crosses = { BTC: worth(6_600), USD: worth(1), JPY: worth(0.009) }
    const own = (part: Partial<BannerInputs>, now = wallNow) => {
      const scene = chooseView(facts({ crosses, ...part }), now)
      return scene.kind === 'episode' && scene.converted
    }
    expect(own({})).toEqual({ amount: 0.00001488 * 6_600, currency: 'USD' })
    expect(own({ currency: 'JPY' })).toMatchObject({
      amount: expect.closeTo(10.912, 3) as number,
      currency: 'JPY',
    })
    expect(own({}, wallNow + 1)).toBeNull()
    expect(own({ crosses: {} })).toBeNull()
    const yen = {
      pair: { ...pair, quote: 'JPY' },
      episodes: [episode({ quote: 'JPY' })],
      currency: 'JPY' as const,
    }
    expect(own(yen)).toBeNull()
    expect(own({ pair: { ...pair, base: 'ADA' }, episodes: [marketFall()] })).toBeNull()
  })

  test('says that it cannot judge when the venue is silent', () => {
    const stale = [venue({ kind: 'stale', receivedAt: wallNow - 48_000 })]
    expect(chooseView(facts({ venues: stale }), wallNow)).toEqual({
      kind: 'stale',
      episode: episode(),
      marketNow,
      silence: 48_000,
      official: null,
    })
    const never = [venue({ kind: 'blocked', receivedAt: null })]
    expect(chooseView(facts({ venues: never }), wallNow)).toMatchObject({ kind: 'stale', silence: null })
  })

  test('says so too when nobody is left to say it', () => {
    expect(chooseView(facts(), wallNow + 60_000)).toMatchObject({ kind: 'stale', silence: 61_000 })
  })

  test('a silent venue without an episode is no banner', () => {
    expect(shown({ episodes: [], venues: [venue({ kind: 'stale' })] })).toBeNull()
  })
})
