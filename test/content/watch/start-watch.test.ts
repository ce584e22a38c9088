// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { endScript, own } from '../../../src/content/own-scripts.ts'
import { readChartPage } from '../../../src/content/page/read-chart-page.ts'
import { startScript } from '../../../src/content/start-script.ts'
import { startWatch } from '../../../src/content/watch/start-watch.ts'
import { changeSettings } from '../../../src/shared/settings/settings-item.ts'
import { episodes, mutes, officials, venues } from '../../../src/shared/storage/items.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { maintenance, official } from '../../../tools/examples/made-up-official.ts'
import { episode, marketNow, venue } from '../../../tools/examples/made-up.ts'
import { stub } from '../../shared/browser-stub.ts'
import { advance, commands, setUp, tearDown } from '../open-page.ts'
import { trusted } from '../trusted.ts'

const trading = 'https://www.binance.com/en/trade/NAV_BTC'
const pair = { venue: 'binance', base: 'NAV', quote: 'BTC' }
const asked = (times: number) => Array(times).fill({ kind: 'run-banner' }) as unknown[]
const hosts = () => document.querySelectorAll('html > div')
const openPorts = () => stub.ports.filter(({ disconnected }) => !disconnected)
const live = { kind: 'live', pair, last: 1, at: marketNow, venue: venue(), episode: null }

/** Runs the script on a page, as a browser does. */
async function watch(href = trading): Promise<void> {
  location.href = href
  startWatch()
  await advance(0)
}

beforeEach(setUp)
afterEach(() => {
  for (const name of ['banner', 'watch'] as const) {
    endScript(name)
    Reflect.deleteProperty(globalThis, name)
  }
  tearDown()
})

describe('the script that watches a page', () => {
  test('asks for no banner and adds nothing while there is nothing to show, and reports the pair', async () => {
    await watch()
    for (let second = 0; second < 3; second++) {
      stub.ports[0]?.onMessage.fire(live)
      await advance(1_000)
    }
    expect(commands()).toEqual([])
    expect(hosts()).toHaveLength(0)
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair })
  })

  test('removes a banner whose script is gone where the browser ends scripts, which Firefox alone does', async () => {
    const leftover = document.createElement('div')
    const root = leftover.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
    root.className = 'keiho'
    document.documentElement.append(leftover)
    await watch()
    expect(leftover.isConnected).toBe(true)
    Object.assign(document.documentElement, { openOrClosedShadowRoot: null })
    await watch()
    expect(leftover.isConnected).toBe(false)
    Reflect.deleteProperty(document.documentElement, 'openOrClosedShadowRoot')
  })

  test('asks at once where something is to be shown, stored or told by the background', async () => {
    await watch()
    stub.ports[0]?.onMessage.fire({ ...live, episode: episode() })
    await advance(0)
    expect(commands()).toEqual(asked(1))
  })

  test('asks for what is stored when the page opens, and for an episode of this pair alone', async () => {
    await episodes.set([episode({ base: 'ADA', symbol: 'ADABTC' })])
    await watch()
    expect(commands()).toEqual([])
    await episodes.set([episode()])
    await advance(0)
    expect(commands()).toEqual(asked(1))
  })

  test('asks for what an address leads to, and for nothing that is muted or ignored', async () => {
    await episodes.set([episode()])
    await mutes.set([{ pair: 'binance:NAV/BTC', until: null }])
    await watch('https://www.binance.com/en/markets')
    history.pushState(null, '', '/en/trade/NAV_BTC')
    await advance(1_000)
    expect(commands()).toEqual([])
    await changeSettings((present) => ({ ...present, ignore: ['binance:NAV/BTC'] }))
    await mutes.set([])
    await advance(1_000)
    expect(commands()).toEqual([])
    await changeSettings((present) => ({ ...present, ignore: [] }))
    await advance(0)
    expect(commands()).toEqual(asked(1))
  })

  test('asks for what a venue says, and once a mute has ended by itself', async () => {
    await mutes.set([{ pair: 'binance:NAV/BTC', until: Date.now() + 5_000 }])
    await episodes.set([episode()])
    await watch()
    await advance(4_000)
    expect(commands()).toEqual([])
    await advance(2_000)
    expect(commands()).toEqual(asked(1))
    await episodes.set([])
    await officials.set([
      official({ statements: [maintenance({ what: 'withdrawal-suspended', scope: 'venue', assets: [] })] }),
    ])
    await advance(2_000)
    expect(commands()).toEqual(asked(2))
  })

  test('on a page of a chart site goes by the script that reads its address', async () => {
    await changeSettings((present) => ({ ...present, chartSites: ['tradingview'] }))
    await episodes.set([episode()])
    const chart = 'https://www.tradingview.com/chart/?symbol=BINANCE%3ANAVBTC'
    await watch(chart)
    expect(commands()).toEqual([])
    own.readPage = readChartPage
    await watch(chart)
    delete own.readPage
    expect(commands()).toEqual(asked(1))
    expect(stub.ports.at(-1)?.sent).not.toContainEqual({ kind: 'view', pair })
  })

  test('reads a trading page as one, whatever element has the name of what reads others', async () => {
    Object.assign(own, { readPage: document.createElement('object') })
    await watch()
    Reflect.deleteProperty(own, 'readPage')
    expect(stub.ports[0]?.sent.at(-1)).toEqual({ kind: 'view', pair })
  })

  test('asks again after growing waits while no banner comes, and not once nothing is to be shown', async () => {
    await episodes.set([episode()])
    await watch()
    const counts: number[] = []
    for (let second = 0; second < 8; second++) {
      await advance(1_000)
      counts.push(commands().length)
    }
    expect(counts).toEqual([1, 1, 2, 2, 2, 3, 3, 3])
    await episodes.set([])
    await advance(60_000)
    expect(commands()).toEqual(asked(3))
  })

  test('asks again at once where nobody heard it, e.g. a worker that is starting', async () => {
    await episodes.set([episode()])
    const send = vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiver'))
    await watch()
    expect(send).toHaveBeenCalledTimes(1)
    await advance(200)
    expect(send).toHaveBeenCalledTimes(2)
    send.mockRestore()
    await advance(400)
    expect(commands()).toEqual(asked(1))
  })

  test('asks at once for what comes later, however long nothing came of the first', async () => {
    await episodes.set([episode()])
    await watch()
    await advance(60_000)
    await episodes.set([])
    const before = commands().length
    await episodes.set([episode()])
    await advance(0)
    expect(commands()).toHaveLength(before + 1)
  })

  test('does not go by the defaults while the settings may come, and does once they do not', async () => {
    await episodes.set([episode()])
    const get = vi.spyOn(browser.storage.sync, 'get').mockReturnValue(new Promise(() => undefined))
    await watch()
    await advance(4_000)
    expect(commands()).toEqual([])
    await advance(2_000)
    expect(commands()).toEqual(asked(1))
    get.mockRestore()
  })

  test('ends once the banner follows the page, of which a port is open all the while', async () => {
    await episodes.set([episode()])
    await watch()
    const ports = vi.spyOn(browser.runtime, 'connect').mockImplementation(({ name } = {}) => {
      expect(openPorts()).toHaveLength(1)
      ports.mockRestore()
      return browser.runtime.connect({ name: name! })
    })
    startScript()
    await advance(0)
    expect(hosts()).toHaveLength(1)
    expect(openPorts()).toHaveLength(1)
    expect(stub.ports).toHaveLength(2)
    await advance(60_000)
    expect(commands()).toEqual(asked(1))
  })

  test('ends a banner that runs, and what is left of one', async () => {
    await episodes.set([episode()])
    location.href = trading
    startScript()
    await advance(0)
    expect(hosts()).toHaveLength(1)
    await watch()
    expect(hosts()).toHaveLength(0)
    expect(openPorts()).toHaveLength(1)
    expect(commands()).toEqual(asked(1))
  })

  test('back from the back/forward cache it looks anew', async () => {
    await watch()
    dispatchEvent(trusted(Object.assign(new Event('pagehide'), { persisted: true })))
    expect(openPorts()).toHaveLength(0)
    await episodes.set([episode()])
    await advance(5_000)
    expect(commands()).toEqual([])
    dispatchEvent(trusted(new Event('pageshow')))
    await advance(0)
    expect(commands()).toEqual(asked(1))
    expect(openPorts()).toHaveLength(1)
  })

  test('goes on where the page replaces its document', async () => {
    await watch()
    const first = document.documentElement
    const root = document.createElement('html')
    root.append(document.createElement('head'), document.createElement('body'))
    first.remove()
    document.append(root)
    await advance(1_000)
    await episodes.set([episode()])
    await advance(0)
    expect(commands()).toEqual(asked(1))
    expect(openPorts()).toHaveLength(1)
    root.remove()
    document.append(first)
  })

  test('ends when the extension was updated, also where nothing tells it', async () => {
    await watch()
    const { id } = browser.runtime
    Object.assign(browser.runtime, { id: undefined })
    await advance(1_000)
    Object.assign(browser.runtime, { id })
    expect(openPorts()).toHaveLength(0)
    await episodes.set([episode()])
    await venues.set([venue({ kind: 'stale' })])
    await advance(5_000)
    expect(commands()).toEqual([])
  })
})
