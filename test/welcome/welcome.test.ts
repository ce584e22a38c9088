// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { changeSettings, settings } from '../../src/shared/settings/settings-item.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { run } from '../../src/welcome/run.tsx'
import { stub } from '../shared/browser-stub.ts'
import { findOne, findByName, click, settle, textsOf } from '../ui/page-actions.ts'

describe('the welcome page', () => {
  const open = async () => {
    document.body.innerHTML = '<div id="welcome"></div>'
    await run(findOne('#welcome'))
    await settle()
  }
  const ticked = () =>
    [...document.querySelectorAll<HTMLInputElement>('[type=checkbox]:checked')].map(({ name }) => name)

  beforeEach(() => stub.reset())

  test('offers two venues to compare with, and ticks them with one click', async () => {
    await open()
    expect(ticked()).toEqual(['binance'])
    await click(findByName('Compare with Kraken, Coinbase too'))
    expect(ticked().toSorted()).toEqual(['binance', 'coinbase', 'kraken'])
    expect(document.querySelector('.compare')).toBeNull()
  })

  test('ticks the venues of the country on the first run in Korean', async () => {
    stub.uiLanguage = 'ko'
    await open()
    expect(ticked().toSorted()).toEqual(['binance', 'bithumb', 'upbit'])
  })

  test('names every host of the chosen venues, and that of the yen rate where it is asked for', async () => {
    await open()
    expect(textsOf('.hosts div')).toEqual([
      'Binancedata-api.binance.vision · api.binance.com · www.binance.com · fapi.binance.com',
    ])
    await click(findByName('bitbank'))
    expect(textsOf('.hosts div').slice(1)).toEqual([
      'bitbankpublic.bitbank.cc · api.bitbank.cc · app.bitbank.cc',
      'Yen rateforex-api.coin.z.com',
    ])
  })

  test.each([
    [null, 'A notification was sent too.'],
    ['denied', /^The browser showed no notification/],
  ])('shows a made-up warning and sends a real notification: %s', async (failure, said) => {
    stub.answer = (message) =>
      (message as { query?: string }).query === 'test-notification' ? { answer: failure } : undefined
    await open()
    await click(findByName('Show me a warning'))
    expect(findOne('.drawn-page').hasAttribute('inert')).toBe(true)
    expect(textsOf('.drawn-page .pair')).toEqual(['ABC/USDT'])
    expect(textsOf('.drawn-page .brief-number')).toEqual(['+38.0%'])
    expect(textsOf('figcaption [role=status]')[0]).toMatch(said)
  })

  test('says how to pin the icon, on the first page and on the last', async () => {
    await open()
    expect(textsOf('.pin p')[0]).toMatch(/^Pin the icon/)
    await click(findByName('Done'))
    expect(textsOf('.pin p')).toHaveLength(1)
  })

  test('finishes with one click on the defaults', async () => {
    await open()
    const request = vi.spyOn(browser.permissions, 'request')
    await click(findByName('Done'))
    expect(await settings.get()).toEqual({ ...defaultSettings, welcomed: true })
    // The permission for Binance is granted at install.
    expect(request).not.toHaveBeenCalled()
    expect(textsOf('h1')).toEqual(['Ready: 1 venue is watched'])
    expect(document.activeElement?.localName).toBe('h1')
    request.mockRestore()
  })

  test('selects and lists first the venues registered in Japan, in Japanese', async () => {
    stub.uiLanguage = 'ja'
    await open()
    expect(ticked()).toEqual(['bitbank', 'gmocoin', 'bitflyer', 'coincheck', 'binance'])
    expect(textsOf('h3')).toEqual(['国内の登録業者', '海外'])
  })

  test('saves the three choices with one permission request', async () => {
    await open()
    const request = vi.spyOn(browser.permissions, 'request')
    await click(findByName('OKX'))
    await click(findByName('bitbank'))
    await click(findByName('Binance'))
    await click(findByName('Quiet'))
    await click(findByName('No notifications'))
    findByName('Done').click()
    // Within the click itself: browsers refuse requests after anything is awaited.
    expect(request).toHaveBeenCalledTimes(1)
    await settle()
    expect(request).toHaveBeenCalledTimes(1)
    expect(request.mock.lastCall?.[0]?.origins).toEqual(
      expect.arrayContaining([
        'https://www.okx.com/*',
        'https://public.bitbank.cc/*',
        'https://app.bitbank.cc/*',
      ]),
    )
    expect(await settings.get()).toEqual({
      ...defaultSettings,
      venues: ['okx', 'bitbank'],
      sensitivity: { kind: 'quiet' },
      notifications: { ...defaultSettings.notifications, least: null },
      welcomed: true,
    })
    expect(textsOf('h1')).toEqual(['Ready: 2 venues are watched'])
    request.mockRestore()
  })

  test('saves nothing without permission until the trader continues', async () => {
    stub.consents = false
    await open()
    await click(findByName('OKX'))
    await click(findByName('Sensitive'))
    await click(findByName('Done'))
    expect(textsOf('footer [role=alert]')[0]).toMatch(/^The browser gave no permission/)
    expect(await settings.get()).toEqual(defaultSettings)
    expect(ticked()).toContain('okx')
    await click(findByName('Go on without'))
    expect(await settings.get()).toMatchObject({
      venues: ['binance'],
      sensitivity: { kind: 'sensitive' },
      welcomed: true,
    })
  })

  test('requires at least one venue', async () => {
    await open()
    await click(findByName('Binance'))
    expect(findByName('Done')).toHaveProperty('disabled', true)
    expect(textsOf('footer [role=alert]')).toEqual(['Tick at least one venue'])
  })

  test('shows earlier choices when opened again, and keeps a custom sensitivity', async () => {
    stub.uiLanguage = 'ja'
    const chosen = {
      ...defaultSettings,
      venues: ['okx'],
      sensitivity: { kind: 'custom', shift: 0.3 },
      welcomed: true,
    } as const
    await changeSettings(() => chosen)
    await open()
    expect(ticked()).toEqual(['okx'])
    await click(findByName('完了'))
    expect(await settings.get()).toEqual(chosen)
  })

  test('reports a failed save, which can be repeated', async () => {
    await open()
    const full = new Error('QUOTA_BYTES quota exceeded')
    const spies = [browser.storage.sync, browser.storage.local].map((area) =>
      vi.spyOn(area, 'set').mockRejectedValue(full),
    )
    await click(findByName('Done'))
    expect(textsOf('footer [role=alert]')).toEqual([
      'Not saved. The browser said: QUOTA_BYTES quota exceeded',
    ])
    for (const spy of spies) spy.mockRestore()
    await click(findByName('Done'))
    expect((await settings.get()).welcomed).toBe(true)
  })
})
