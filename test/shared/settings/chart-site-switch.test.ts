import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { chartSites } from '../../../src/exchanges/sites/charts/chart-sites.ts'
import { followAllowedChartSites, switchChartSite } from '../../../src/shared/settings/chart-site-switch.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import browser, { stub } from '../browser-stub.ts'

beforeEach(() => stub.reset())
afterEach(() => void vi.restoreAllMocks())

const [tradingView, coinGecko] = chartSites
const switchedOn = async () => (await settings.get()).chartSites

describe('switchChartSite', () => {
  test('all are off at first', async () => {
    expect(await switchedOn()).toEqual([])
  })

  test('on: requests its pages synchronously, then stores the site once', async () => {
    const request = vi.spyOn(browser.permissions, 'request')
    const done = switchChartSite(tradingView!, true)
    // Browsers reject permission requests after the click handler has returned.
    expect(request).toHaveBeenCalledWith({ origins: ['https://*.tradingview.com/*'] })
    expect(await done).toBe(true)
    await switchChartSite(tradingView!, true)
    expect(await switchedOn()).toEqual(['tradingview'])
  })

  test('on: changes nothing if the trader declines', async () => {
    stub.consents = false
    expect(await switchChartSite(coinGecko!, true)).toBe(false)
    expect(await switchedOn()).toEqual([])
  })

  test('off: revokes the permission of that site alone, also where there is none', async () => {
    await switchChartSite(tradingView!, true)
    await switchChartSite(coinGecko!, true)
    expect(await switchChartSite(tradingView!, false)).toBe(true)
    expect([await switchedOn(), [...stub.granted]]).toEqual([['coingecko'], ['https://www.coingecko.com/*']])
    vi.spyOn(browser.permissions, 'remove').mockRejectedValueOnce(new Error('Not granted'))
    expect(await switchChartSite(coinGecko!, false)).toBe(true)
    expect(await switchedOn()).toEqual([])
  })
})

test('what the browser permits is told at first and at each change, until the signal aborts', async () => {
  const told: (readonly string[])[] = []
  const page = new AbortController()
  followAllowedChartSites((ids) => told.push(ids), page.signal)
  await vi.waitFor(() => expect(told).toEqual([[]]))
  stub.granted.add('https://dexscreener.com/*')
  browser.permissions.onAdded.fire({})
  await vi.waitFor(() => expect(told).toEqual([[], ['dexscreener']]))
  page.abort()
  expect([browser.permissions.onAdded.size, browser.permissions.onRemoved.size]).toEqual([0, 0])
})
