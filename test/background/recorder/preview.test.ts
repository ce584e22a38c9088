import 'fake-indexeddb/auto'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRecorder } from '../../../src/background/recorder/recorder.ts'
import { clearRecord } from '../../../src/background/recorder/chunk-store.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../../shared/browser-stub.ts'
import { simulateDays } from '../simulated/days.ts'
import { simulateWorker } from '../simulated/worker.ts'

const create = vi.fn((id: string) => Promise.resolve(id))

async function prepare(): Promise<void> {
  // Only the date: the database needs real timers.
  vi.useFakeTimers({ toFake: ['Date'] })
  await stub.reset()
  await clearRecord()
  create.mockClear()
  const done = () => Promise.resolve()
  Object.assign(browser, {
    notifications: { create, clear: done },
    action: {
      setBadgeText: done,
      setTitle: done,
      setBadgeBackgroundColor: done,
      setBadgeTextColor: done,
      setIcon: done,
    },
  })
}
const { notifications, action } = browser
beforeEach(prepare)
afterEach(() => {
  vi.useRealTimers()
  // Test files share their modules.
  Object.assign(browser, { notifications, action })
})

interface Counted {
  readonly notifications: number
  readonly flagged: number
}

const { notifications: rules } = defaultSettings
const all: Settings = { ...defaultSettings, notifications: { ...rules, least: 'notice', hourlyMost: 1000 } }
const given = simulateDays(2, 5)

async function live(settings: Settings) {
  const outcome = await simulateWorker(given, settings, (at) => vi.setSystemTime(at))
  return { ...outcome, notifications: create.mock.calls.length }
}

const choices: Readonly<Record<string, Partial<Settings>>> = {
  quiet: { sensitivity: { kind: 'quiet' } },
  balanced: {},
  sensitive: { sensitivity: { kind: 'sensitive' } },
  'a custom step': { sensitivity: { kind: 'custom', shift: 1.3 } },
  'a least tier': { notifications: { ...all.notifications, least: 'danger' } },
  'an hourly cap': { notifications: { ...all.notifications, hourlyMost: 1 } },
  'quiet hours': {
    notifications: {
      ...all.notifications,
      quiet: { from: 0, to: 1080, timeZone: 'Asia/Tokyo', dangerExempt: true },
    },
  },
  'a least turnover': { leastTurnoverUsd: 900_000 },
  'an ignore list': { ignore: ['binance:SYS/USDT', 'binance:C2/USDT'] },
}

describe('a preview counts exactly what a worker with these settings would have notified', () => {
  const previews = new Map<string, Counted>()

  beforeAll(async () => {
    await prepare()
    // Recorded with other settings.
    const { recorder, now } = await live({ ...all, sensitivity: { kind: 'custom', shift: 0.3 } })
    for (const name of Object.keys(choices)) {
      const { notifications, flagged } = await recorder.preview({ ...all, ...choices[name] }, now)
      previews.set(name, { notifications, flagged })
    }
  }, 120_000)

  test.each(Object.keys(choices))('with %s', { timeout: 120_000 }, async (name) => {
    const { notifications, flagged } = await live({ ...all, ...choices[name] })
    expect(previews.get(name)).toEqual({ notifications, flagged })
  })

  test('and the settings do differ in their counts', () => {
    const counts = new Set([...previews.values()].map((counted) => JSON.stringify(counted)))
    expect(counts.size).toBeGreaterThan(7)
  })

  test('but rejects settings more sensitive than the recording', async () => {
    const loud: Settings = { ...all, sensitivity: { kind: 'custom', shift: -2 } }
    await expect(createRecorder().preview(loud, Date.now())).rejects.toThrow(RangeError)
  })
})
