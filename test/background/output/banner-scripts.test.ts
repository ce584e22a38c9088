import { beforeEach, describe, expect, test, vi } from 'vitest'
import { injectBanner, registerBanners, runBanners } from '../../../src/background/output/banner-scripts.ts'
import { siteOf } from '../../../src/exchanges/registry.ts'
import browser, { stub } from '../../shared/browser-stub.ts'

const js = ['src/content/main.js']
const sites = (...ids: string[]) => ids.map((id) => siteOf(id)!)
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

beforeEach(async () => {
  await stub.reset()
  stub.manifestScripts = [{ js, matches: ['https://www.binance.com/*'] }]
})

describe('the banner script', () => {
  test('is registered for the pages that the manifest does not name', async () => {
    await registerBanners(sites('binance', 'okx', 'gate'), 'en')
    expect(stub.registered).toMatchObject([
      { id: 'banner-okx', js, matches: ['https://www.okx.com/*'], persistAcrossSessions: true },
      { id: 'banner-gate', js, matches: ['https://www.gate.com/*', 'https://www.gate.io/*'] },
    ])
  })

  test('is registered once, and unregistered with the venue', async () => {
    const register = vi.spyOn(browser.scripting, 'registerContentScripts')
    await registerBanners(sites('okx', 'gate'), 'en')
    await registerBanners(sites('okx', 'gate'), 'en')
    expect(register).toHaveBeenCalledOnce()
    register.mockRestore()
    await registerBanners(sites('gate', 'htx'), 'en')
    expect(ids(stub.registered)).toEqual(['banner-gate', 'banner-htx'])
    await registerBanners([], 'en')
    expect(stub.registered).toEqual([])
  })

  test('is registered anew after an update moved its file or its pages', async () => {
    await registerBanners(sites('okx', 'gate'), 'en')
    stub.manifestScripts = [{ js: ['src/content/moved.js'], matches: [] }]
    await registerBanners(sites('okx', 'gate'), 'en')
    expect(stub.registered.map((script) => script.js)).toEqual([
      ['src/content/moved.js'],
      ['src/content/moved.js'],
    ])
  })

  test('is registered by its path where the manifest gives a URL, as in Firefox', async () => {
    stub.manifestScripts = [{ js: ['moz-extension://6f3a7c52/src/content/main.js'], matches: [] }]
    await registerBanners(sites('okx'), 'en')
    const register = vi.spyOn(browser.scripting, 'registerContentScripts')
    await registerBanners(sites('okx'), 'en')
    expect(register).not.toHaveBeenCalled()
    register.mockRestore()
    expect(stub.registered.map((script) => script.js)).toEqual([js])
  })

  test('brings the texts of its language first, on pages that the manifest names too; English needs none', async () => {
    const brought = () => stub.registered.filter(({ id }) => id === 'banner-texts')
    await registerBanners(sites('binance', 'okx'), 'ko')
    const matches = ['https://www.binance.com/*', 'https://www.okx.com/*']
    expect(brought()).toMatchObject([
      { js: ['texts/banner-ko.js'], matches, runAt: 'document_start', persistAcrossSessions: true },
    ])
    await registerBanners(sites('binance', 'okx', 'gate'), 'zh-Hant')
    expect(brought().map((script) => [script.js, script.matches?.length])).toEqual([
      [['texts/banner-zh-Hant.js'], 4],
    ])
    await registerBanners(sites('binance', 'okx'), 'en')
    expect(ids(stub.registered)).toEqual(['banner-okx'])
  })

  test('is injected with the texts of its language before it', () => {
    const execute = vi.spyOn(browser.scripting, 'executeScript')
    for (const lang of ['ja', 'en'] as const) injectBanner(1, lang)
    expect(execute.mock.calls.map(([script]) => (script as { files?: string[] }).files)).toEqual([
      ['texts/banner-ja.js', ...js],
      js,
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

    test('runs where no banner is, also on pages that the manifest names', async () => {
      await runBanners(sites('okx', 'binance'), 'en', new Set([2]))
      expect(stub.injected).toEqual([1, 4])
    })

    test('is not run again by a worker that wakes', async () => {
      await runBanners(sites('okx', 'binance'), 'en', new Set())
      stub.injected = []
      await runBanners(sites('okx', 'binance'), 'en', new Set())
      expect(stub.injected).toEqual([])
    })

    test('runs on the pages of a venue that is added', async () => {
      await runBanners(sites('binance'), 'en', new Set())
      stub.injected = []
      await runBanners(sites('binance', 'gate'), 'en', new Set())
      expect(stub.injected).toEqual([3])
    })

    test('runs again after a venue was off, and when a new version begins, with an empty session', async () => {
      await runBanners(sites('binance', 'okx'), 'en', new Set())
      await runBanners(sites('binance'), 'en', new Set())
      stub.injected = []
      await runBanners(sites('binance', 'okx'), 'en', new Set())
      expect(stub.injected).toEqual([1, 2])
      await browser.storage.session.clear()
      stub.injected = []
      await runBanners(sites('binance', 'okx'), 'en', new Set())
      expect(stub.injected).toEqual([1, 2, 4])
    })

    test('does not wait for a tab that is frozen', async () => {
      vi.spyOn(browser.scripting, 'executeScript').mockReturnValueOnce(new Promise(() => undefined))
      await runBanners(sites('binance', 'okx'), 'en', new Set())
      expect(stub.injected).toEqual([2, 4])
      vi.restoreAllMocks()
    })
  })
})
