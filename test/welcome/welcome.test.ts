// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { changeSettings, settings } from '../../src/shared/settings/settings-item.ts'
import { run } from '../../src/welcome/run.tsx'
import { stub } from '../shared/browser-stub.ts'
import { by, labelled, press, settle, texts } from '../ui/hands.ts'

describe('the welcome page', () => {
  const open = async () => {
    document.body.innerHTML = '<div id="welcome"></div>'
    await run(by('#welcome'))
    await settle()
  }
  const ticked = () =>
    [...document.querySelectorAll<HTMLInputElement>('[type=checkbox]:checked')].map(({ name }) => name)

  beforeEach(() => stub.reset())

  test('is done with one press, and then the defaults hold', async () => {
    await open()
    const request = vi.spyOn(browser.permissions, 'request')
    await press(labelled('Done'))
    expect(await settings.get()).toEqual({ ...defaultSettings, welcomed: true })
    // Binance came with the install: there is nothing to ask.
    expect(request).not.toHaveBeenCalled()
    expect(texts('h1')).toEqual(['Ready: 1 venue is watched'])
    expect(document.activeElement?.localName).toBe('h1')
    request.mockRestore()
  })

  test('for Japanese the venues registered in Japan are ticked, and first', async () => {
    stub.uiLanguage = 'ja'
    await open()
    expect(ticked()).toEqual(['bitbank', 'gmocoin', 'bitflyer', 'coincheck', 'binance'])
    expect(texts('h3')).toEqual(['国内の登録業者', '海外'])
  })

  test('three choices are carried out with one question of the browser’s', async () => {
    await open()
    const request = vi.spyOn(browser.permissions, 'request')
    await press(labelled('OKX'))
    await press(labelled('bitbank'))
    await press(labelled('Binance'))
    await press(labelled('Quiet'))
    await press(labelled('No notifications'))
    labelled('Done').click()
    // In the click itself: after any wait the browser refuses to ask.
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
    expect(texts('h1')).toEqual(['Ready: 2 venues are watched'])
    request.mockRestore()
  })

  test('without the browser’s leave nothing is saved until the trader goes on', async () => {
    stub.consents = false
    await open()
    await press(labelled('OKX'))
    await press(labelled('Sensitive'))
    await press(labelled('Done'))
    expect(texts('footer [role=alert]')[0]).toMatch(/^The browser gave no permission/)
    expect(await settings.get()).toEqual(defaultSettings)
    expect(ticked()).toContain('okx')
    await press(labelled('Go on without'))
    expect(await settings.get()).toMatchObject({
      venues: ['binance'],
      sensitivity: { kind: 'sensitive' },
      welcomed: true,
    })
  })

  test('one venue at least', async () => {
    await open()
    await press(labelled('Binance'))
    expect(labelled('Done')).toHaveProperty('disabled', true)
    expect(texts('footer [role=alert]')).toEqual(['Tick at least one venue'])
  })

  test('opened again it shows what was chosen, and keeps a level of one’s own', async () => {
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
    await press(labelled('完了'))
    expect(await settings.get()).toEqual(chosen)
  })

  test('a failed save is said, and can be tried again', async () => {
    await open()
    const full = new Error('QUOTA_BYTES quota exceeded')
    const spies = [browser.storage.sync, browser.storage.local].map((area) =>
      vi.spyOn(area, 'set').mockRejectedValue(full),
    )
    await press(labelled('Done'))
    expect(texts('footer [role=alert]')).toEqual(['Not saved. The browser said: QUOTA_BYTES quota exceeded'])
    for (const spy of spies) spy.mockRestore()
    await press(labelled('Done'))
    expect((await settings.get()).welcomed).toBe(true)
  })
})
