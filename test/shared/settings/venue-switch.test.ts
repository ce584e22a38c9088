import { beforeEach, describe, expect, test, vi } from 'vitest'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { siteOfUrl, siteOfActiveTab } from '../../../src/shared/site-of-url.ts'
import { originsOf, switchVenue } from '../../../src/shared/settings/venue-switch.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../browser-stub.ts'

beforeEach(() => stub.reset())

const okx = ['https://www.okx.com/*']
const venues = async () => (await settings.get()).venues

describe('switchVenue', () => {
  test('on: requests hosts and pages synchronously, then stores the venue', async () => {
    const request = vi.spyOn(browser.permissions, 'request')
    const done = switchVenue('kucoin', true)
    // Browsers reject permission requests after the click handler has returned.
    expect(request).toHaveBeenCalledWith({
      // With the hosts of its perpetual market: one question for all that is watched of an exchange.
      origins: [
        'https://api.kucoin.com/*',
        'https://api-futures.kucoin.com/*',
        'https://www.kucoin.com/*',
      ],
    })
    expect(await done).toBe(true)
    expect(await venues()).toEqual(['binance', 'kucoin'])
    await switchVenue('kucoin', true)
    expect(await venues()).toEqual(['binance', 'kucoin'])
  })

  test('on: changes nothing if the trader declines', async () => {
    stub.consents = false
    expect(await switchVenue('okx', true)).toBe(false)
    expect(await venues()).toEqual(['binance'])
  })

  test('off: revokes the permission', async () => {
    await switchVenue('okx', true)
    expect([...stub.granted]).toEqual(okx)
    expect(await switchVenue('okx', false)).toBe(true)
    expect([await venues(), [...stub.granted]]).toEqual([['binance'], []])
  })

  test('off: succeeds even if the browser keeps the permission', async () => {
    vi.spyOn(browser.permissions, 'remove').mockRejectedValueOnce(
      new Error('You cannot remove required permissions.'),
    )
    expect(await switchVenue('binance', false)).toBe(true)
    expect(await venues()).toEqual([])
  })

  test('fails for an unknown venue', async () => {
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
  ])('the site of %j is %j', (href, id) => {
    expect(siteOfUrl(href)?.id).toBe(id)
  })

  test('is known if the browser shows the URL of the tab', async () => {
    expect(await siteOfActiveTab()).toBeNull()
    stub.tabs = [{ id: 1, url: 'https://upbit.com/exchange?code=CRIX.UPBIT.KRW-BTC' }]
    expect((await siteOfActiveTab())?.id).toBe('upbit')
  })
})
