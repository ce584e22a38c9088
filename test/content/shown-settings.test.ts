import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { shownSettings } from '../../src/content/shown-settings.ts'
import { defaultSettings, type Settings } from '../../src/shared/settings/settings.ts'
import { settings } from '../../src/shared/settings/settings-item.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { stub } from '../shared/browser-stub.ts'

beforeEach(() => stub.reset())

const shown = [
  'venues',
  'chartSites',
  'watch',
  'ignore',
  'quotes',
  'leastTurnoverUsd',
  'pairRules',
  'pause',
  'countryNotice',
  'theme',
  'direction',
  'currency',
  'language',
] as const satisfies readonly (keyof Settings)[]

const rule = fc.record(
  {
    pair: fc.constantFrom('binance:NAV/BTC', 'okx:BTC/USDT', ''),
    least: fc.constantFrom<unknown>('danger', null, 'none', undefined),
    sound: fc.constantFrom<unknown>(true, 1),
    move: fc.constantFrom<unknown>(0.05, 0, NaN),
    above: fc.constantFrom<unknown>(1, 0, 1e16),
  },
  { requiredKeys: [] },
)
const name = fc.oneof(fc.string(), fc.constant('binance'), fc.constant('x'.repeat(101)))
const value = fc.oneof(
  fc.constantFrom('system', 'light', 'dark', 'japan', 'western', 'JPY', 'USD', 'en', 'ja', null, true, false),
  fc.constantFrom(-1, 0, 1e12, 1e13, NaN, Infinity, '', 'constructor', {}, { length: 1 }),
  fc.array(name, { maxLength: 4 }),
  fc.array(rule, { minLength: 1, maxLength: 2 }),
  fc.array(fc.constant('a'), { minLength: 1999, maxLength: 2001 }),
  fc.anything(),
)

test('a banner reads what is stored as the other pages do, whatever it is', async () => {
  const stored = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record(Object.fromEntries(shown.map((field) => [field, value])), { requiredKeys: [] }),
    },
    { weight: 1, arbitrary: fc.anything() },
  )
  await fc.assert(
    fc.asyncProperty(stored, async (given) => {
      await browser.storage.sync.set({ settings: given })
      const all = await settings.get()
      expect(await shownSettings.get()).toMatchObject(
        Object.fromEntries(shown.map((field) => [field, all[field]])),
      )
    }),
  )
})

test('a banner without stored settings has the defaults', async () => {
  expect(await shownSettings.get()).toEqual(defaultSettings)
})
