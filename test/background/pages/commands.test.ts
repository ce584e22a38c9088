import fc from 'fast-check'
import browser from 'webextension-polyfill'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { carryOut, requestOf } from '../../../src/background/pages/commands.ts'
import { hidden, mutes } from '../../../src/shared/storage/items.ts'
import { stub } from '../../shared/browser-stub.ts'

const now = 1_700_000_000_000

beforeEach(() => stub.reset())
afterEach(() => void vi.restoreAllMocks())

describe('a request', () => {
  test.each([
    { kind: 'mute', pair: 'binance:SYS/BTC', until: now },
    { kind: 'mute', pair: null, until: null },
    { kind: 'unmute', pair: null },
    { kind: 'hide', episode: 'a', changedAt: now },
    { kind: 'retry' },
  ])('of kind $kind is understood', (request) => {
    expect(requestOf(request)).toEqual(request)
  })

  test.each([
    { kind: 'mute', pair: 7, until: null },
    { kind: 'mute', pair: null, until: Number.NaN },
    { kind: 'mute', pair: null },
    { kind: 'hide', episode: 'a', changedAt: 'now' },
    { kind: 'forget' },
    {},
    null,
    'retry',
  ])('%j is none', (message) => {
    expect(requestOf(message)).toBeNull()
  })

  test('of any shape is understood or refused, and never throws', () => {
    const words = fc.constantFrom('mute', 'unmute', 'hide', 'retry', 'mute ', '', null, 1)
    const message = fc.oneof(
      fc.anything(),
      fc.record({
        kind: words,
        pair: fc.anything(),
        until: fc.anything(),
        episode: fc.anything(),
        changedAt: fc.anything(),
      }),
    )
    fc.assert(
      fc.property(message, (given) => {
        const request = requestOf(given)
        if (request === null) return
        expect(['mute', 'unmute', 'hide', 'retry']).toContain(request.kind)
        if (request.kind === 'mute')
          expect(request.until === null || Number.isFinite(request.until)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('wishes', () => {
  test('that come at once are all stored', async () => {
    // A real store answers later than a promise that is already kept.
    const get = browser.storage.local.get.bind(browser.storage.local)
    vi.spyOn(browser.storage.local, 'get').mockImplementation(async (key) => {
      const values = await get(key)
      await new Promise((done) => setImmediate(done))
      return values
    })
    const pairs = Array.from({ length: 20 }, (_, i) => `binance:C${i}/BTC`)
    await Promise.all(pairs.map((pair) => carryOut({ kind: 'mute', pair, until: null }, now)))
    expect((await mutes.get()).map(({ pair }) => pair).sort()).toEqual([...pairs].sort())
  })

  test('to mute replace each other and end, to unmute take one back', async () => {
    await carryOut({ kind: 'mute', pair: 'a', until: now + 1000 }, now)
    await carryOut({ kind: 'mute', pair: 'a', until: null }, now)
    await carryOut({ kind: 'mute', pair: null, until: now + 500 }, now)
    expect(await mutes.get()).toEqual([
      { pair: null, until: now + 500 },
      { pair: 'a', until: null },
    ])
    await carryOut({ kind: 'unmute', pair: 'a' }, now + 500)
    expect(await mutes.get()).toEqual([])
  })

  test('to hide remember the newest state of an episode, and not for ever', async () => {
    for (let i = 0; i < 600; i++) await carryOut({ kind: 'hide', episode: String(i), changedAt: i }, now)
    await carryOut({ kind: 'hide', episode: '599', changedAt: now }, now)
    const kept = await hidden.get()
    expect(kept[0]).toEqual({ episode: '599', changedAt: now })
    expect(kept.filter(({ episode }) => episode === '599')).toHaveLength(1)
    expect(kept.length).toBeLessThanOrEqual(500)
  })
})
