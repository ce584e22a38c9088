import type { Runtime } from 'webextension-polyfill'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCommandAdmission } from '../../../src/background/pages/admit-command.ts'
import type { Command } from '../../../src/shared/messages/messages.ts'

const now = 1_700_000_000_000
const url = 'https://www.binance.com/en/trade/SYS_BTC'
const page = (tab = 1, href = url) => ({ url: href, tab: { id: tab } }) as Runtime.MessageSender
const mute: Command = { kind: 'mute', pair: null, until: null }
const remember = (site: string): Command => ({ kind: 'remember', site, memory: {} })

let admits: ReturnType<typeof createCommandAdmission>
beforeEach(() => void (admits = createCommandAdmission()))
afterEach(() => void vi.restoreAllMocks())

describe('a command', () => {
  test('is carried out for our own pages and for trading pages, and for nobody else', () => {
    const sentBy = (href: string) => admits(mute, { url: href }, now)
    expect(sentBy('chrome-extension://stub/src/popup/index.html')).toBe(true)
    expect(sentBy(url)).toBe(true)
    expect(sentBy('https://www.binance.com.evil.test/en/trade/SYS_BTC')).toBe(false)
    expect(sentBy('https://evil.test/?https://www.binance.com/')).toBe(false)
    expect(admits(mute, {}, now)).toBe(false)
  })

  test.each([remember, (site: string): Command => ({ kind: 'yield', site })])(
    'about a site is taken from its own pages alone',
    (about) => {
      expect(admits(about('www.binance.com'), page(), now)).toBe(true)
      expect(admits(about('www.okx.com'), page(), now)).toBe(false)
    },
  )

  test('about a rule of a pair is taken from a page of its venue alone', () => {
    const quieter: Command = { kind: 'quieter', pair: 'binance:SYS/BTC', least: null }
    expect(admits(quieter, page(), now)).toBe(true)
    expect(admits({ ...quieter, pair: 'okx:SYS/BTC' }, page(), now)).toBe(false)
  })

  test('of a chart site is one that its card offers, or that any banner needs', () => {
    const chart = page(1, 'https://www.tradingview.com/chart/?symbol=BINANCE%3ASYSBTC')
    const admitted: readonly Command[] = [
      { kind: 'hide', episode: 'a', changedAt: now },
      { ...mute, pair: 'binance:SYS/BTC' },
      { kind: 'details', episode: 'a' },
      { kind: 'run-banner' },
      remember('www.tradingview.com'),
      { kind: 'yield', site: 'www.tradingview.com' },
    ]
    const refused: readonly Command[] = [
      mute,
      { ...mute, pair: 'binance:*' },
      { kind: 'unmute', pair: 'binance:SYS/BTC' },
      { kind: 'not-helpful', episode: 'a', isNot: true },
      { kind: 'quieter', pair: 'binance:SYS/BTC', least: null },
      { kind: 'hide-country-notice' },
      { kind: 'retry' },
      remember('www.binance.com'),
      { kind: 'yield', site: 'www.coingecko.com' },
    ]
    expect(admitted.map((command) => [command, admits(command, chart, now)])).toEqual(
      admitted.map((command) => [command, true]),
    )
    expect(refused.map((command) => [command, admits(command, chart, now)])).toEqual(
      refused.map((command) => [command, false]),
    )
  })

  test('is ignored where its tab sends more than a trader could, which is told once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const admitted = (count: number, at: number, tab = 1) =>
      Array.from({ length: count }, () => admits(mute, page(tab), at)).filter(Boolean).length
    expect(admitted(1000, now)).toBe(60)
    expect(admitted(10, now, 2)).toBe(10)
    expect(admitted(1000, now + 5000)).toBe(10)
    // A clock that is set back neither gives nor takes.
    expect(admitted(1000, now - 3_600_000)).toBe(0)
    expect(admitted(1000, now - 3_600_000 + 5000)).toBe(10)
    expect(warn).toHaveBeenCalledTimes(1)
    const own = { url: 'chrome-extension://stub/src/popup/index.html' } as Runtime.MessageSender
    expect(Array.from({ length: 100 }, () => admits(mute, own, now)).every(Boolean)).toBe(true)
  })

  test('that asks all venues, opens a tab or runs a script counts tenfold', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    for (const [tab, command] of [
      [1, { kind: 'retry' }],
      [2, { kind: 'details', episode: 'a' }],
      [3, { kind: 'run-banner' }],
    ] as const)
      expect(Array.from({ length: 100 }, () => admits(command, page(tab), now)).filter(Boolean)).toHaveLength(
        6,
      )
  })
})
