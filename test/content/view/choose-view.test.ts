import { describe, expect, test } from 'vitest'
import { noInputs, type BannerInputs } from '../../../src/content/view/banner-inputs.ts'
import { chooseView } from '../../../src/content/view/choose-view.ts'
import type { Live } from '../../../src/shared/messages/messages.ts'
import { dump, episode, marketFall, marketNow, venue, wallNow } from '../../../tools/examples/made-up.ts'

const pair = { venue: 'binance', base: 'NAV', quote: 'BTC' }
const inputs = (part: Partial<BannerInputs> = {}): BannerInputs => ({
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
  const view = chooseView(inputs(part), wallNow)
  return 'episode' in view ? view.episode.id : null
}

describe('chooseView', () => {
  test('shows the open episode of the pair on screen', () => {
    expect(chooseView(inputs(), wallNow)).toEqual({
      kind: 'episode',
      episode: episode(),
      marketNow,
      dataAge: 1_000,
      official: null,
      converted: null,
    })
  })

  test('shows it on a page that still names the coin as its symbol does', () => {
    const renamed = episode({ symbol: 'OLD-BTC', base: 'NAV' })
    expect(shown({ pair: { ...pair, base: 'OLD' }, episodes: [renamed] })).toBe(renamed.id)
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
    [
      'the episode settled an hour ago',
      { episodes: [episode({ phase: 'settled', changedAt: marketNow - 3_600_000 })] },
    ],
    ['a Notice settled', { episodes: [episode({ phase: 'settled', tier: 'notice' })] }],
    ['the pair is muted', { mutes: [{ pair: 'binance:NAV/BTC', until: null }] }],
    ['everything is muted', { mutes: [{ pair: null, until: wallNow + 1 }] }],
    ['the episode is hidden', { hidden: [{ episode: episode().id, changedAt: episode().changedAt }] }],
  ] as [string, Partial<BannerInputs>][])('shows nothing if %s', (_, part) => {
    expect(chooseView(inputs(part), wallNow)).toEqual({ kind: 'none' })
  })

  test('shows a hidden episode again once it has changed', () => {
    expect(shown({ hidden: [{ episode: episode().id, changedAt: episode().changedAt - 1 }] })).toBe(
      episode().id,
    )
  })

  test('shows on every page quoted in a coin that this coin is off its peg', () => {
    const evidence = {
      sign: 'off-peg',
      value: -0.12,
      unit: 'fraction',
      windowMs: 60_000,
      at: marketNow,
    } as const
    const fdusd = { base: 'FDUSD', quote: 'USDT', symbol: 'FDUSDUSDT', kind: 'off-peg' } as const
    const off = episode({ ...fdusd, id: 'off', evidence: [evidence] })
    expect(shown({ pair: { ...pair, quote: 'FDUSD' }, episodes: [off] })).toBe('off')
    expect(shown({ pair: { ...pair, quote: 'USDT' }, episodes: [off] })).toBeNull()
    // Told at a pair that is quoted in it, where it has none of its own.
    const quoted = { ...episode({ id: 'quoted', quote: 'USD1', kind: 'off-peg' }) }
    const inUsd1 = { ...quoted, evidence: [{ ...evidence, sign: 'quote-off-peg' as const }] }
    expect(shown({ pair: { ...pair, base: 'ETH', quote: 'USD1' }, episodes: [inUsd1] })).toBe('quoted')
    // What happens to the coin itself comes first.
    expect(shown({ pair: { ...pair, quote: 'FDUSD' }, episodes: [off, episode()] })).toBe(episode().id)
  })

  test('shows an episode of another pair of the coin if the pair on screen has none', () => {
    const usdt = { ...pair, quote: 'USDT' }
    expect(shown({ pair: usdt })).toBe(episode().id)
    const own = episode({ id: 'own', quote: 'USDT', tier: 'notice' })
    expect(shown({ pair: usdt, episodes: [episode({ tier: 'danger' }), own] })).toBe('own')
    expect(shown({ pair: usdt, episodes: [marketFall(), episode()] })).toBe(episode().id)
  })

  test('shows the most severe of several', () => {
    const worse = episode({ id: 'worse', tier: 'danger' })
    expect(shown({ episodes: [episode(), worse] })).toBe('worse')
  })

  test('shows a market-wide episode if the pair has none', () => {
    const ada = { ...pair, base: 'ADA' }
    expect(shown({ pair: ada, episodes: [marketFall(), dump()] })).toBe(marketFall().id)
    expect(shown({ episodes: [marketFall(), episode()] })).toBe(episode().id)
    expect(shown({ pair: { ...ada, venue: 'bybit' }, episodes: [marketFall()] })).toBeNull()
  })

  test('uses the newer of live and stored figures', () => {
    const view = chooseView(inputs({ live: live() }), wallNow)
    expect(view).toMatchObject({ kind: 'episode', marketNow: marketNow + 1_000, dataAge: 0 })
    expect(view.kind === 'episode' && view.episode.lastPrice).toBe(0.000015)
    const later = episode({ updatedAt: marketNow + 5_000, lastPrice: 2 })
    const stored = chooseView(inputs({ live: live(), episodes: [later] }), wallNow)
    expect(stored.kind === 'episode' && stored.episode.lastPrice).toBe(2)
  })

  test('ends with a live episode that settled, before the stored one', () => {
    const settled = live({ episode: episode({ phase: 'settled', updatedAt: marketNow + 1_000 }) })
    expect(chooseView(inputs({ live: settled }), wallNow).kind).toBe('tail')
  })

  test('keeps market time and wall clock apart', () => {
    const view = chooseView(inputs({ venues: [venue({ receivedAt: wallNow - 3_000 })] }), wallNow)
    expect(view).toMatchObject({ marketNow, dataAge: 3_000 })
  })

  test('converts the price to the trader’s currency, while cross rates are valid', () => {
    const rate = (usd: number) => ({ usd, until: wallNow + 1, assumed: false })
    const crosses = { BTC: rate(6_600), USD: rate(1), JPY: rate(0.009) }
    const converted = (part: Partial<BannerInputs>, now = wallNow) => {
      const view = chooseView(inputs({ crosses, ...part }), now)
      return view.kind === 'episode' && view.converted
    }
    expect(converted({})).toEqual({ amount: 0.00001488 * 6_600, currency: 'USD' })
    expect(converted({ currency: 'JPY' })).toMatchObject({
      amount: expect.closeTo(10.912, 3) as number,
      currency: 'JPY',
    })
    expect(converted({}, wallNow + 1)).toBeNull()
    expect(converted({ crosses: {} })).toBeNull()
    const yen = {
      pair: { ...pair, quote: 'JPY' },
      episodes: [episode({ quote: 'JPY' })],
      currency: 'JPY' as const,
    }
    expect(converted(yen)).toBeNull()
    expect(converted({ pair: { ...pair, base: 'ADA' }, episodes: [marketFall()] })).toBeNull()
  })

  test('is stale if the venue sends no data', () => {
    const stale = [venue({ kind: 'stale', receivedAt: wallNow - 48_000 })]
    expect(chooseView(inputs({ venues: stale }), wallNow)).toEqual({
      kind: 'stale',
      episode: episode(),
      marketNow,
      silence: 48_000,
      official: null,
    })
    const never = [venue({ kind: 'blocked', receivedAt: null })]
    expect(chooseView(inputs({ venues: never }), wallNow)).toMatchObject({ kind: 'stale', silence: null })
  })

  test('is stale if the worker has stopped', () => {
    expect(chooseView(inputs(), wallNow + 60_000)).toMatchObject({ kind: 'stale', silence: 61_000 })
  })

  test('shows nothing for a stale venue without an episode', () => {
    expect(shown({ episodes: [], venues: [venue({ kind: 'stale' })] })).toBeNull()
  })
})
