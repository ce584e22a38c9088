import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { changeSettings, settings, syncSettingsAgain } from '../../../src/shared/settings/settings-item.ts'
import { parseSettings } from '../../../src/shared/settings/parse-settings.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../browser-stub.ts'

beforeEach(() => stub.reset())
afterEach(() => void vi.restoreAllMocks())

const quiet = { from: 1320, to: 420, timeZone: 'Asia/Tokyo', dangerExempt: true }
const chosen: Settings = {
  ...defaultSettings,
  venues: ['binance', 'okx'],
  sensitivity: { kind: 'custom', shift: 0.4 },
  notifications: { ...defaultSettings.notifications, quiet },
  watch: ['binance:SYS/BTC'],
  pairRules: [{ pair: 'binance:SYS/BTC', least: null, sound: true, move: 0.05, above: 1e-4, below: 1e-5 }],
  theme: 'dark',
}
const error = (path: string, message: string) => ({ error: { path, message } })

describe('parseSettings', () => {
  test('accepts all settings', () => {
    expect(parseSettings(JSON.parse(JSON.stringify(chosen)))).toEqual({ settings: chosen })
  })

  test('completes settings of an older version and drops unknown fields', () => {
    const { pause: _, ...older } = chosen
    expect(parseSettings({ ...older, notifications: { least: 'danger' }, colour: 'red' })).toEqual({
      settings: { ...chosen, notifications: { ...defaultSettings.notifications, least: 'danger' } },
    })
    expect(parseSettings({})).toEqual({ settings: defaultSettings })
  })

  test.each([
    [null, '', 'wrong-type'],
    ['{}', '', 'wrong-type'],
    [{ venues: 'binance' }, 'venues', 'wrong-type'],
    [{ watch: ['binance:A/B', 7] }, 'watch.1', 'wrong-type'],
    [{ watch: [''] }, 'watch.0', 'out-of-range'],
    [{ theme: 'pink' }, 'theme', 'unknown-value'],
    [{ theme: 1 }, 'theme', 'wrong-type'],
    [{ pairRules: [{ pair: 'binance:SYS/BTC', move: 0 }] }, 'pairRules.0.move', 'out-of-range'],
    [{ pairRules: [{ pair: 'a', above: -1 }] }, 'pairRules.0.above', 'out-of-range'],
    [{ pairRules: [{ pair: 'a' }, { pair: 'a' }] }, 'pairRules', 'unknown-value'],
    [{ retentionDays: 0 }, 'retentionDays', 'out-of-range'],
    [{ retentionDays: 1.5 }, 'retentionDays', 'out-of-range'],
    [{ leastTurnoverUsd: -1 }, 'leastTurnoverUsd', 'out-of-range'],
    [{ sensitivity: { kind: 'loud' } }, 'sensitivity.kind', 'unknown-value'],
    [{ sensitivity: { kind: 'custom' } }, 'sensitivity.shift', 'missing'],
    [{ notifications: { quiet: { ...quiet, from: 1440 } } }, 'notifications.quiet.from', 'out-of-range'],
    [
      { notifications: { quiet: { ...quiet, timeZone: 'Mars/Base' } } },
      'notifications.quiet.timeZone',
      'unknown-value',
    ],
    [{ notifications: { quiet: { from: 0, to: 1 } } }, 'notifications.quiet.timeZone', 'missing'],
  ])('%j is rejected with its path', (value, path, message) => {
    expect(parseSettings(value)).toEqual(error(path, message))
  })
})

describe('the stored settings', () => {
  const everything = async () => ({
    sync: await browser.storage.sync.get(),
    local: await browser.storage.local.get(),
  })

  test('start as the defaults and are synced', async () => {
    expect(await settings.get()).toEqual(defaultSettings)
    await settings.set(chosen)
    expect(await settings.get()).toEqual(chosen)
    expect(await everything()).toEqual({ sync: { settings: chosen }, local: {} })
  })

  test('are stored locally while the sync quota is exceeded', async () => {
    await settings.set(defaultSettings)
    const full = vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES_PER_ITEM'))
    await settings.set(chosen)
    expect(await settings.get()).toEqual(chosen)
    full.mockRestore()
    const later = { ...chosen, pause: true }
    await settings.set(later)
    expect(await settings.get()).toEqual(later)
    expect((await everything()).local).toEqual({})
  })

  test.each([
    ['by too many writes a minute', () => Promise.reject(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'))],
    [
      'by a policy, at once',
      () => {
        throw new Error('Sync is disabled by policy')
      },
    ],
  ])(
    'are stored locally while sync refuses %s, told to who follows them, and synced again',
    async (_, refuse) => {
      await settings.set(defaultSettings)
      const spies = (['get', 'set'] as const).map((name) =>
        vi.spyOn(browser.storage.sync, name).mockImplementation(refuse as never),
      )
      const page = new AbortController()
      const told: boolean[] = []
      settings.follow(({ pause }) => told.push(pause), page.signal)
      await changeSettings((present) => ({ ...present, theme: 'dark' }))
      await changeSettings((present) => ({ ...present, pause: true }))
      expect(await settings.get()).toEqual({ ...defaultSettings, theme: 'dark', pause: true })
      expect(told.at(-1)).toBe(true)
      page.abort()
      for (const spy of spies) spy.mockRestore()
      await changeSettings((present) => ({ ...present, theme: 'light' }))
      const all = { ...defaultSettings, theme: 'light', pause: true }
      expect(await everything()).toEqual({ sync: { settings: all }, local: {} })
    },
  )

  test('that could not be synced are synced again without a change, once the browser allows it', async () => {
    const full = vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES'))
    await settings.set(chosen)
    await syncSettingsAgain()
    expect(await everything()).toEqual({ sync: {}, local: { settings: chosen } })
    full.mockRestore()
    await syncSettingsAgain()
    expect(await everything()).toEqual({ sync: { settings: chosen }, local: {} })
    const set = vi.spyOn(browser.storage.sync, 'set')
    await syncSettingsAgain()
    expect(set).not.toHaveBeenCalled()
  })

  test('are synced also on a full disk that lets nothing be removed, unless that would hide them', async () => {
    vi.spyOn(browser.storage.local, 'remove').mockRejectedValue(new Error('full'))
    await settings.set(chosen)
    expect(await settings.get()).toEqual(chosen)
    await browser.storage.local.set({ settings: defaultSettings })
    await expect(settings.set(chosen)).rejects.toThrow('full')
    vi.restoreAllMocks()
  })

  test('are read and followed where the browser forbids to touch sync at all', async () => {
    const own = Object.getOwnPropertyDescriptor(browser.storage, 'sync')!
    Object.defineProperty(browser.storage, 'sync', {
      configurable: true,
      get: () => {
        throw new Error('forbidden')
      },
    })
    const page = new AbortController()
    try {
      let told = defaultSettings
      settings.follow((value) => (told = value), page.signal)
      await changeSettings(() => chosen)
      expect([told, await settings.get()]).toEqual([chosen, chosen])
    } finally {
      page.abort()
      Object.defineProperty(browser.storage, 'sync', own)
    }
  })

  test('are stored in a browser without sync', async () => {
    const { sync } = browser.storage
    Object.assign(browser.storage, { sync: undefined })
    try {
      await settings.set(chosen)
      expect(await settings.get()).toEqual(chosen)
    } finally {
      Object.assign(browser.storage, { sync })
    }
  })

  test('lose only invalid fields', async () => {
    await browser.storage.sync.set({ settings: { ...chosen, theme: 7, retentionDays: 'long' } })
    const { theme, retentionDays } = defaultSettings
    expect(await settings.get()).toEqual({ ...chosen, theme, retentionDays })
  })

  test('report the current value, then each change', async () => {
    const seen: string[][] = []
    const life = new AbortController()
    settings.follow(({ venues }) => void seen.push([...venues]), life.signal)
    await vi.waitFor(() => expect(seen).toEqual([['binance']]))
    await changeSettings((present) => ({ ...present, venues: [...present.venues, 'okx'] }))
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['binance', 'okx']))
    life.abort()
    await settings.set(defaultSettings)
    expect(seen.at(-1)).toEqual(['binance', 'okx'])
  })

  test('lose no change if several are made at once', async () => {
    const add = (id: string) => changeSettings((present) => ({ ...present, venues: [...present.venues, id] }))
    await Promise.all([add('okx'), add('bybit'), add('gate')])
    expect((await settings.get()).venues).toEqual(['binance', 'okx', 'bybit', 'gate'])
  })

  test('lose no change if two contexts, each with its own modules, make one each at once', async () => {
    const openContext = async () => {
      vi.resetModules()
      vi.doMock('../../../src/shared/web-extension.ts', () => ({ browser }))
      return import('../../../src/shared/settings/settings-item.ts')
    }
    const [popup, options] = [await openContext(), await openContext()]
    expect(popup.changeSettings).not.toBe(options.changeSettings)
    let lost = 0
    for (let i = 0; i < 200; i++) {
      const [watch, ignore] = [[`binance:A${i}/B`], [`binance:C${i}/D`]]
      await Promise.all([
        popup.changeSettings((present) => ({ ...present, watch })),
        options.changeSettings((present) => ({ ...present, ignore })),
      ])
      const now = await settings.get()
      if (now.watch[0] !== watch[0] || now.ignore[0] !== ignore[0]) lost++
    }
    expect(lost).toBe(0)
    vi.doUnmock('../../../src/shared/web-extension.ts')
    vi.resetModules()
  })

  test('wait for another context a limited time only', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let release = (): void => undefined
    const held = new Promise<void>((done) => (release = done))
    const holding = navigator.locks.request('settings', { signal: new AbortController().signal }, () => held)
    try {
      const change = changeSettings(() => chosen)
      vi.advanceTimersByTime(15_000)
      await expect(change).rejects.toThrow('did not answer')
    } finally {
      vi.useRealTimers()
      release()
      await holding
    }
    expect(await settings.get()).toEqual(defaultSettings)
  })

  const longWatch = Array.from({ length: 1500 }, (_, i) => `binance:COIN${i}/USDT`)
  /** Refuses what the browser's sync storage refuses. */
  const limitSync = () => {
    const set = browser.storage.sync.set.bind(browser.storage.sync)
    vi.spyOn(browser.storage.sync, 'set').mockImplementation((values: Record<string, unknown>) =>
      JSON.stringify(values).length > 8192 ? Promise.reject(new Error('QUOTA_BYTES_PER_ITEM')) : set(values),
    )
  }

  test('hold a watch list beyond the sync quota whole, and are synced again once they fit', async () => {
    limitSync()
    await settings.set(chosen)
    await changeSettings((present) => ({ ...present, watch: longWatch }))
    expect((await settings.get()).watch).toEqual(longWatch)
    expect((await everything()).sync).toEqual({ settings: chosen })
    await changeSettings((present) => ({ ...present, watch: [] }))
    expect(await everything()).toEqual({ sync: { settings: { ...chosen, watch: [] } }, local: {} })
  })

  test('that do not fit into sync stand, whatever another machine syncs meanwhile', async () => {
    limitSync()
    await settings.set({ ...chosen, watch: longWatch })
    await browser.storage.sync.set({ settings: { ...chosen, watch: ['binance:E/F'] } })
    expect((await settings.get()).watch).toEqual(longWatch)
  })

  test('reject a change that cannot be stored, and still try the next one', async () => {
    const failing = [browser.storage.sync, browser.storage.local].map((area) =>
      vi.spyOn(area, 'set').mockRejectedValue(new Error('full')),
    )
    await expect(changeSettings((present) => present)).rejects.toThrow('full')
    for (const fault of failing) fault.mockRestore()
    await changeSettings(() => chosen)
    expect(await settings.get()).toEqual(chosen)
  })
})
