import { describe, expect, test } from 'vitest'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { settingsFileName, settingsOfText, settingsText } from '../../../src/options/sections/transfer.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'

const chosen: Settings = {
  ...defaultSettings,
  venues: ['binance', 'bitbank'],
  sensitivity: { kind: 'custom', shift: -0.4 },
  watch: ['binance:SYS/BTC'],
  theme: 'dark',
}
const read = (text: string) => settingsOfText(text, chosen, exchanges)

describe('settings as a file', () => {
  test('come back as they went', () => {
    expect(settingsOfText(settingsText(chosen), defaultSettings, exchanges)).toEqual({ settings: chosen })
  })

  test('are named by the day', () => {
    expect(settingsFileName(Date.UTC(2026, 6, 4, 12))).toBe('keiho-settings-2026-07-04.json')
  })

  test('written by hand change only what they name', () => {
    expect(read('{"theme":"light"}')).toEqual({ settings: { ...chosen, theme: 'light' } })
  })

  test.each([
    ['{"theme":"light"', { wrong: 'not-json' }],
    ['', { wrong: 'not-json' }],
    ['{}', { wrong: 'no-settings' }],
    ['[]', { wrong: 'no-settings' }],
    ['null', { wrong: 'no-settings' }],
    ['{"name":"keiho","version":"1"}', { wrong: 'no-settings' }],
    ['{"theme":"pink"}', { wrong: 'unknown-value', path: 'theme' }],
    ['{"notifications":{"hourlyMost":-3}}', { wrong: 'out-of-range', path: 'notifications.hourlyMost' }],
    ['{"watch":[7]}', { wrong: 'wrong-type', path: 'watch.0' }],
    ['{"sensitivity":{"kind":"custom"}}', { wrong: 'missing', path: 'sensitivity.shift' }],
    ['{"venues":["binance","mtgox"]}', { wrong: 'unknown-value', path: 'venues.1' }],
    [`{"theme":"${'x'.repeat(300_000)}"}`, { wrong: 'too-large' }],
  ])('%.40s is refused with its reason', (text, wrong) => expect(read(text)).toEqual(wrong))
})
