import { beforeEach, describe, expect, test } from 'vitest'
import { keepBanners, startBanner } from '../../../src/background/output/banner-scripts.ts'
import { siteOf } from '../../../src/exchanges/registry.ts'
import { stub } from '../../shared/browser-stub.ts'

const js = ['src/content/main.js']
const sites = (...ids: string[]) => ids.map((id) => siteOf(id)!)
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

beforeEach(async () => {
  await stub.reset()
  stub.manifestScripts = [{ js, matches: ['https://www.binance.com/*'] }]
})

describe('the banner on the pages of venues', () => {
  test('is registered with the file of the manifest, where the manifest does not name them already', async () => {
    expect(ids(await keepBanners(sites('binance', 'okx', 'gate')))).toEqual(['okx', 'gate'])
    expect(stub.registered).toMatchObject([
      { id: 'banner-okx', js, matches: ['https://www.okx.com/*'], persistAcrossSessions: true },
      { id: 'banner-gate', js, matches: ['https://www.gate.com/*', 'https://www.gate.io/*'] },
    ])
  })

  test('is registered once, and taken back with the venue', async () => {
    await keepBanners(sites('okx', 'gate'))
    expect(await keepBanners(sites('okx', 'gate'))).toEqual([])
    expect(ids(await keepBanners(sites('gate', 'htx')))).toEqual(['htx'])
    expect(ids(stub.registered)).toEqual(['banner-gate', 'banner-htx'])
    await keepBanners([])
    expect(stub.registered).toEqual([])
  })

  test('is registered anew when an update moved its file or its pages', async () => {
    await keepBanners(sites('okx', 'gate'))
    stub.manifestScripts = [{ js: ['src/content/moved.js'], matches: [] }]
    expect(ids(await keepBanners(sites('okx', 'gate')))).toEqual(['okx', 'gate'])
    expect(stub.registered.map((script) => script.js)).toEqual([
      ['src/content/moved.js'],
      ['src/content/moved.js'],
    ])
  })

  test('is registered by its path where the browser gives its address, as Firefox does', async () => {
    stub.manifestScripts = [{ js: ['moz-extension://6f3a7c52/src/content/main.js'], matches: [] }]
    await keepBanners(sites('okx'))
    expect(stub.registered.map((script) => script.js)).toEqual([js])
    expect(await keepBanners(sites('okx'))).toEqual([])
  })

  test('starts on pages that are open, but not twice', async () => {
    stub.tabs = [
      { id: 1, url: 'https://www.okx.com/trade-spot/btc-usdt' },
      { id: 2, url: 'https://www.okx.com/trade-spot/eth-usdt' },
      { id: 3, url: 'https://www.gate.com/trade/SYS_BTC' },
    ]
    await startBanner(siteOf('okx')!, new Set([2]))
    expect(stub.injected).toEqual([1])
  })
})
