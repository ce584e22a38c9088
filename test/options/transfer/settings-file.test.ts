import { describe, expect, test } from 'vitest'
import { sites } from '../../../src/exchanges/registry.ts'
import {
  settingsFileName,
  parseSettingsFile,
  serializeSettings,
} from '../../../src/options/transfer/settings-file.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'

const chosen: Settings = {
  ...defaultSettings,
  venues: ['binance', 'bitbank'],
  sensitivity: { kind: 'custom', shift: -0.4 },
  watch: ['binance:SYS/BTC'],
  theme: 'dark',
}
const read = (text: string) => parseSettingsFile(text, chosen, sites)

describe('settings file', () => {
  test('is read as it was written', () => {
    expect(parseSettingsFile(serializeSettings(chosen), defaultSettings, sites)).toEqual({
      settings: chosen,
    })
  })

  test('is named by the day', () => {
    expect(settingsFileName(Date.UTC(2026, 6, 4, 12))).toBe('keiho-settings-2026-07-04.json')
  })

  test('changes only the fields it names', () => {
    expect(read('{"theme":"light"}')).toEqual({ settings: { ...chosen, theme: 'light' } })
  })

  test('takes a chart site that there is', () => {
    expect(read('{"chartSites":["tradingview"]}')).toEqual({
      settings: { ...chosen, chartSites: ['tradingview'] },
    })
  })

  test.each([
    ['{"theme":"light"', { error: 'not-json' }],
    ['', { error: 'not-json' }],
    ['{}', { error: 'no-settings' }],
    ['[]', { error: 'no-settings' }],
    ['null', { error: 'no-settings' }],
    ['{"name":"keiho","version":"1"}', { error: 'no-settings' }],
    ['{"theme":"pink"}', { error: 'unknown-value', path: 'theme' }],
    ['{"notifications":{"hourlyMost":-3}}', { error: 'out-of-range', path: 'notifications.hourlyMost' }],
    ['{"watch":[7]}', { error: 'wrong-type', path: 'watch.0' }],
    ['{"sensitivity":{"kind":"custom"}}', { error: 'missing', path: 'sensitivity.shift' }],
    ['{"venues":["binance","mtgox"]}', { error: 'unknown-value', path: 'venues.1' }],
    ['{"chartSites":["stooq"]}', { error: 'unknown-value', path: 'chartSites.0' }],
    [`{"theme":"${'x'.repeat(300_000)}"}`, { error: 'too-large' }],
  ])('rejects %.40s with its reason', (text, error) => expect(read(text)).toEqual(error))
})
