import { beforeEach, describe, expect, test } from 'vitest'
import { registerBanners, injectBanner } from '../../../src/background/output/banner-scripts.ts'
import { siteOf } from '../../../src/exchanges/registry.ts'
import { stub } from '../../shared/browser-stub.ts'

const js = ['src/content/main.js']
const sites = (...ids: string[]) => ids.map((id) => siteOf(id)!)
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

beforeEach(async () => {
  await stub.reset()
  stub.manifestScripts = [{ js, matches: ['https://www.binance.com/*'] }]
})

describe('the banner script', () => {
  test('is registered for the pages that the manifest does not name', async () => {
    expect(ids(await registerBanners(sites('binance', 'okx', 'gate')))).toEqual(['okx', 'gate'])
    expect(stub.registered).toMatchObject([
      { id: 'banner-okx', js, matches: ['https://www.okx.com/*'], persistAcrossSessions: true },
      { id: 'banner-gate', js, matches: ['https://www.gate.com/*', 'https://www.gate.io/*'] },
    ])
  })

  test('is registered once, and unregistered with the venue', async () => {
    await registerBanners(sites('okx', 'gate'))
    expect(await registerBanners(sites('okx', 'gate'))).toEqual([])
    expect(ids(await registerBanners(sites('gate', 'htx')))).toEqual(['htx'])
    expect(ids(stub.registered)).toEqual(['banner-gate', 'banner-htx'])
    await registerBanners([])
    expect(stub.registered).toEqual([])
  })

  test('is registered anew after an update moved its file or its pages', async () => {
    await registerBanners(sites('okx', 'gate'))
    stub.manifestScripts = [{ js: ['src/content/moved.js'], matches: [] }]
    expect(ids(await registerBanners(sites('okx', 'gate')))).toEqual(['okx', 'gate'])
    expect(stub.registered.map((script) => script.js)).toEqual([
      ['src/content/moved.js'],
      ['src/content/moved.js'],
    ])
  })

  test('is registered by its path where the manifest gives a URL, as in Firefox', async () => {
    stub.manifestScripts = [{ js: ['moz-extension://6f3a7c52/src/content/main.js'], matches: [] }]
    await registerBanners(sites('okx'))
    expect(stub.registered.map((script) => script.js)).toEqual([js])
    expect(await registerBanners(sites('okx'))).toEqual([])
  })

  test('is injected into open pages, but not twice', async () => {
    stub.tabs = [
      { id: 1, url: 'https://www.okx.com/trade-spot/btc-usdt' },
      { id: 2, url: 'https://www.okx.com/trade-spot/eth-usdt' },
      { id: 3, url: 'https://www.gate.com/trade/SYS_BTC' },
    ]
    await injectBanner(siteOf('okx')!, new Set([2]))
    expect(stub.injected).toEqual([1])
  })
})
