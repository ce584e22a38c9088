import browser from 'webextension-polyfill'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { siteOfUrl, siteOfActiveTab } from '../../../src/shared/site-of-url.ts'
import { originsOf, switchVenue } from '../../../src/shared/settings/venue-switch.ts'
import { stub } from '../browser-stub.ts'

beforeEach(() => stub.reset())

const okx = ['https://www.okx.com/*']
const venues = async () => (await settings.get()).venues

describe('a venue that is switched', () => {
  test('on asks for its hosts and pages before anything is waited for, and is kept', async () => {
    const request = vi.spyOn(browser.permissions, 'request')
    const done = switchVenue('kucoin', true)
    // Browsers let nobody ask once the click is over.
    expect(request).toHaveBeenCalledWith({
      origins: ['https://api.kucoin.com/*', 'https://www.kucoin.com/*'],
    })
    expect(await done).toBe(true)
    expect(await venues()).toEqual(['binance', 'kucoin'])
    await switchVenue('kucoin', true)
    expect(await venues()).toEqual(['binance', 'kucoin'])
  })

  test('on is left off where the trader declines', async () => {
    stub.consents = false
    expect(await switchVenue('okx', true)).toBe(false)
    expect(await venues()).toEqual(['binance'])
  })

  test('off gives its permission back', async () => {
    await switchVenue('okx', true)
    expect([...stub.granted]).toEqual(okx)
    expect(await switchVenue('okx', false)).toBe(true)
    expect([await venues(), [...stub.granted]]).toEqual([['binance'], []])
  })

  test('off is off, even where the browser keeps the permission', async () => {
    vi.spyOn(browser.permissions, 'remove').mockRejectedValueOnce(
      new Error('You cannot remove required permissions.'),
    )
    expect(await switchVenue('binance', false)).toBe(true)
    expect(await venues()).toEqual([])
  })

  test('must be one we know', async () => {
    expect(await switchVenue('nowhere', true)).toBe(false)
    expect(originsOf('okx')).toEqual(okx)
  })
})

describe('the site in view', () => {
  test.each([
    ['https://www.okx.com/trade-spot/btc-usdt', 'okx'],
    ['https://www.okx.com/', 'okx'],
    ['https://www.gate.io/trade/SYS_BTC', 'gate'],
    ['https://www.okx.com.evil.example/', undefined],
    ['https://example.com/?https://www.okx.com/', undefined],
    ['', undefined],
  ])('%j is of %j', (href, id) => {
    expect(siteOfUrl(href)?.id).toBe(id)
  })

  test('is told where the browser tells the address', async () => {
    expect(await siteOfActiveTab()).toBeNull()
    stub.tabs = [{ id: 1, url: 'https://upbit.com/exchange?code=CRIX.UPBIT.KRW-BTC' }]
    expect((await siteOfActiveTab())?.id).toBe('upbit')
  })
})
