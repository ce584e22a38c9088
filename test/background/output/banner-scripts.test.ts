import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  injectBanner,
  injectWatch,
  registerWatch,
  watchPages,
} from '../../../src/background/output/banner-scripts.ts'
import { siteOf } from '../../../src/exchanges/registry.ts'
import { chartSites } from '../../../src/exchanges/sites/charts/chart-sites.ts'
import { chartPagesFile } from '../../../src/shared/chart-pages-file.ts'
import browser, { stub } from '../../shared/browser-stub.ts'

const js = ['src/content/watch.js']
const sites = (...ids: string[]) => ids.map((id) => ({ ...siteOf(id)!, isChart: false }))
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

beforeEach(async () => {
  await stub.reset()
  stub.manifestScripts = [{ js, matches: ['https://www.binance.com/*'] }]
})

describe('the script that watches a page', () => {
  test('is registered for the pages that the manifest does not name', async () => {
    await registerWatch(sites('binance', 'okx', 'gate'))
    expect(stub.registered).toMatchObject([
      { id: 'banner-okx', js, matches: ['https://www.okx.com/*'], persistAcrossSessions: true },
      { id: 'banner-gate', js, matches: ['https://www.gate.com/*', 'https://www.gate.io/*'] },
    ])
  })

  test('runs on chart sites after the one that reads their addresses', async () => {
    const chart = { ...chartSites[0]!, isChart: true }
    await registerWatch([...sites('okx'), chart])
    expect(stub.registered).toMatchObject([
      { id: 'banner-okx', js },
      {
        id: 'banner-tradingview',
        js: [chartPagesFile, ...js],
        matches: ['https://*.tradingview.com/*'],
      },
    ])
    stub.tabs = [
      { id: 1, url: 'https://www.okx.com/trade-spot/btc-usdt' },
      { id: 2, url: 'https://www.coingecko.com/en/coins/bitcoin' },
    ]
    const execute = vi.spyOn(browser.scripting, 'executeScript')
    await watchPages([{ ...chartSites[1]!, isChart: true }], new Set())
    expect(execute.mock.calls).toEqual([[{ target: { tabId: 2 }, files: [chartPagesFile, ...js] }]])
    execute.mockRestore()
  })

  test('is registered once, and unregistered with the venue', async () => {
    const register = vi.spyOn(browser.scripting, 'registerContentScripts')
    await registerWatch(sites('okx', 'gate'))
    await registerWatch(sites('okx', 'gate'))
    expect(register).toHaveBeenCalledOnce()
    register.mockRestore()
    await registerWatch(sites('gate', 'htx'))
    expect(ids(stub.registered)).toEqual(['banner-gate', 'banner-htx'])
    await registerWatch([])
    expect(stub.registered).toEqual([])
  })

  test('is registered anew after an update moved its file or its pages', async () => {
    await registerWatch(sites('okx', 'gate'))
    stub.manifestScripts = [{ js: ['src/content/moved.js'], matches: [] }]
    await registerWatch(sites('okx', 'gate'))
    expect(stub.registered.map((script) => script.js)).toEqual([
      ['src/content/moved.js'],
      ['src/content/moved.js'],
    ])
  })

  test('is registered by its path where the manifest gives a URL, as in Firefox', async () => {
    stub.manifestScripts = [{ js: ['moz-extension://6f3a7c52/src/content/watch.js'], matches: [] }]
    await registerWatch(sites('okx'))
    const register = vi.spyOn(browser.scripting, 'registerContentScripts')
    await registerWatch(sites('okx'))
    expect(register).not.toHaveBeenCalled()
    register.mockRestore()
    expect(stub.registered.map((script) => script.js)).toEqual([js])
  })

  test('takes back what an earlier version registered', async () => {
    stub.registered = [
      { id: 'banner-texts', js: ['texts/banner-ko.js'], matches: ['https://www.okx.com/*'] },
      { id: 'banner-okx', js: ['src/content/main.js'], matches: ['https://www.okx.com/*'] },
    ]
    await registerWatch(sites('binance', 'okx'))
    expect(stub.registered.map((script) => [script.id, script.js])).toEqual([['banner-okx', js]])
  })

  test('is injected alone, the banner with the texts of its language before it', () => {
    const execute = vi.spyOn(browser.scripting, 'executeScript')
    for (const lang of ['ja', 'en'] as const) injectBanner(1, lang)
    injectBanner(undefined, 'en')
    injectWatch(1, false)
    injectWatch(1, true)
    expect(execute.mock.calls.map(([script]) => (script as { files?: string[] }).files)).toEqual([
      ['texts/banner-ja.js', 'src/content/main.js'],
      ['src/content/main.js'],
      js,
      [chartPagesFile, ...js],
    ])
    execute.mockRestore()
  })

  describe('in pages that are open already', () => {
    beforeEach(() => {
      stub.tabs = [
        { id: 1, url: 'https://www.okx.com/trade-spot/btc-usdt' },
        { id: 2, url: 'https://www.okx.com/trade-spot/eth-usdt' },
        { id: 3, url: 'https://www.gate.com/trade/SYS_BTC' },
        { id: 4, url: 'https://www.binance.com/en/trade/SYS_BTC' },
      ]
    })

    test('runs where no script of ours is, also on pages that the manifest names', async () => {
      await watchPages(sites('okx', 'binance'), new Set([2]))
      expect(stub.injected).toEqual([1, 4])
    })

    test('is not run again by a worker that wakes', async () => {
      await watchPages(sites('okx', 'binance'), new Set())
      stub.injected = []
      await watchPages(sites('okx', 'binance'), new Set())
      expect(stub.injected).toEqual([])
    })

    test('runs on the pages of a venue that is added', async () => {
      await watchPages(sites('binance'), new Set())
      stub.injected = []
      await watchPages(sites('binance', 'gate'), new Set())
      expect(stub.injected).toEqual([3])
    })

    test('runs again after a venue was off, and when a new version begins, with an empty session', async () => {
      await watchPages(sites('binance', 'okx'), new Set())
      await watchPages(sites('binance'), new Set())
      stub.injected = []
      await watchPages(sites('binance', 'okx'), new Set())
      expect(stub.injected).toEqual([1, 2])
      await browser.storage.session.clear()
      stub.injected = []
      await watchPages(sites('binance', 'okx'), new Set())
      expect(stub.injected).toEqual([1, 2, 4])
    })

    test('does not wait for a tab that is frozen', async () => {
      vi.spyOn(browser.scripting, 'executeScript').mockReturnValueOnce(new Promise(() => undefined))
      await watchPages(sites('binance', 'okx'), new Set())
      expect(stub.injected).toEqual([2, 4])
      vi.restoreAllMocks()
    })
  })
})
