import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { storeCommand, parseCommand } from '../../../src/background/pages/commands.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { episodes, hidden, keyChecks, mutes, notHelpful } from '../../../src/shared/storage/items.ts'
import { siteMemory, type SiteMemory } from '../../../src/shared/storage/site-memory.ts'
import { isHidden } from '../../../src/shared/visible.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../../shared/browser-stub.ts'
import { exampleEpisode } from '../simulated/example-episode.ts'

const now = 1_700_000_000_000

beforeEach(() => stub.reset())
afterEach(() => void vi.restoreAllMocks())

describe('a command', () => {
  test.each([
    { kind: 'mute', pair: 'binance:SYS/BTC', until: now },
    { kind: 'mute', pair: null, until: null },
    { kind: 'unmute', pair: null },
    { kind: 'hide', episode: 'a', changedAt: now },
    { kind: 'hide', episode: 'a', changedAt: now, officialAt: now },
    { kind: 'remember', site: 'x.test', memory: { place: { left: 1, top: 2 }, opened: ['a'] } },
    { kind: 'mute', pair: 'okx:*', until: null },
    { kind: 'hide-country-notice' },
    { kind: 'not-helpful', episode: 'a', isNot: true },
    { kind: 'quieter', pair: 'binance:SYS/BTC', least: null },
    { kind: 'retry' },
  ])('of kind $kind is parsed', (command) => {
    expect(parseCommand(command)).toEqual(command)
  })

  test.each([
    { kind: 'mute', pair: 7, until: null },
    { kind: 'mute', pair: null, until: Number.NaN },
    { kind: 'mute', pair: null },
    { kind: 'hide', episode: 'a', changedAt: 'now' },
    { kind: 'hide', episode: 'a', changedAt: now, officialAt: 'now' },
    { kind: 'remember', site: 'x.test', memory: { place: { left: 'x', top: 2 } } },
    { kind: 'remember', site: 'x.test', memory: { opened: new Array(101).fill('a') } },
    { kind: 'mute', pair: 'nowhere:SYS/BTC', until: null },
    { kind: 'mute', pair: '__proto__', until: null },
    { kind: 'mute', pair: `binance:${'X'.repeat(300)}/BTC`, until: null },
    { kind: 'mute', pair: null, until: 1e300 },
    { kind: 'hide', episode: 'x'.repeat(300), changedAt: now },
    { kind: 'hide', episode: 'a', changedAt: 1e300 },
    { kind: 'remember', site: 'x.test', memory: { place: { left: 1e9, top: 2 } } },
    { kind: 'remember', site: 'x.test', memory: { opened: ['x'.repeat(300)] } },
    { kind: 'remember', site: 'x'.repeat(300), memory: {} },
    { kind: 'details', episode: 'x'.repeat(300) },
    { kind: 'not-helpful', episode: 'a' },
    { kind: 'quieter', pair: 'nowhere:SYS/BTC', least: 'danger' },
    { kind: 'quieter', pair: 'binance:SYS/BTC', least: 'calm' },
    { kind: 'forget' },
    {},
    null,
    'retry',
  ])('%j is not one', (message) => {
    expect(parseCommand(message)).toBeNull()
  })

  test('is never anything but a valid value, whatever the message', () => {
    const kinds = fc.constantFrom('mute', 'unmute', 'hide', 'retry', 'mute ', '', null, 1)
    const message = fc.oneof(
      fc.anything(),
      fc.record({
        kind: kinds,
        pair: fc.anything(),
        until: fc.anything(),
        episode: fc.anything(),
        changedAt: fc.anything(),
      }),
    )
    fc.assert(
      fc.property(message, (given) => {
        const command = parseCommand(given)
        if (command === null) return
        expect(['mute', 'unmute', 'hide', 'retry']).toContain(command.kind)
        if (command.kind === 'mute')
          expect(command.until === null || Number.isFinite(command.until)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('stored commands', () => {
  test('that come at once all take effect', async () => {
    // A real store answers later than a resolved promise.
    const get = browser.storage.local.get.bind(browser.storage.local)
    vi.spyOn(browser.storage.local, 'get').mockImplementation(async (key) => {
      const values = await get(key)
      await new Promise((done) => setImmediate(done))
      return values
    })
    const pairs = Array.from({ length: 20 }, (_, i) => `binance:C${i}/BTC`)
    await Promise.all(pairs.map((pair) => storeCommand({ kind: 'mute', pair, until: null }, now)))
    expect((await mutes.get()).map(({ pair }) => pair).sort()).toEqual([...pairs].sort())
  })

  test('mute with the latest end, and unmute', async () => {
    await storeCommand({ kind: 'mute', pair: 'a', until: now + 1000 }, now)
    await storeCommand({ kind: 'mute', pair: 'a', until: null }, now)
    await storeCommand({ kind: 'mute', pair: null, until: now + 500 }, now)
    expect(await mutes.get()).toEqual([
      { pair: null, until: now + 500, since: now },
      { pair: 'a', until: null, since: now },
    ])
    await storeCommand({ kind: 'unmute', pair: 'a' }, now + 500)
    expect(await mutes.get()).toEqual([])
  })

  test('mute for a year at most, and a limited number of pairs', async () => {
    const until = now + 1e12
    await mutes.set(Array.from({ length: 500 }, (_, i) => ({ pair: `binance:C${i}/BTC`, until, since: now })))
    await storeCommand({ kind: 'mute', pair: 'binance:C500/BTC', until }, now)
    const kept = await mutes.get()
    expect(kept).toHaveLength(500)
    expect(kept[0]).toEqual({ pair: 'binance:C500/BTC', until: now + 366 * 86_400_000, since: now })
  })

  test('hide what an episode is, not what it will be', async () => {
    const episode = exampleEpisode({ changedAt: now })
    await episodes.set([episode])
    await storeCommand({ kind: 'hide', episode: episode.id, changedAt: now + 1e9 }, now)
    expect(isHidden(episode, await hidden.get())).toBe(true)
    expect(isHidden({ ...episode, changedAt: now + 120_000 }, await hidden.get())).toBe(false)
  })

  test('count an episode that was shown as not helpful, once, until that is taken back', async () => {
    const episode = exampleEpisode()
    await episodes.set([episode])
    for (const id of [episode.id, episode.id, 'never shown'])
      await storeCommand({ kind: 'not-helpful', episode: id, isNot: true }, now)
    const { id, kind, tier } = episode
    expect(await notHelpful.get()).toEqual([{ episode: id, kind, tier, at: now }])
    await storeCommand({ kind: 'not-helpful', episode: id, isNot: false }, now)
    expect(await notHelpful.get()).toEqual([])
  })

  test('keep what was ticked of what to check, for each episode, until it is unticked', async () => {
    const tick = (episode: string, step: 'apps' | 'wait', isDone: boolean) =>
      storeCommand({ kind: 'key-check', episode, step, isDone }, now)
    for (const episode of ['a', 'b', 'a']) await tick(episode, 'wait', true)
    await tick('a', 'apps', true)
    await tick('b', 'wait', false)
    expect(await keyChecks.get()).toEqual([
      { episode: 'b', done: [] },
      { episode: 'a', done: ['wait', 'apps'] },
    ])
  })

  test('make a pair quieter and leave the rest of its rule', async () => {
    const pair = 'binance:SYS/BTC'
    await settings.set({ ...defaultSettings, pairRules: [{ pair, move: 0.1 }] })
    await storeCommand({ kind: 'quieter', pair, least: 'danger' }, now)
    expect((await settings.get()).pairRules).toEqual([{ pair, move: 0.1, least: 'danger' }])
  })

  test('hide the notice of a country for good', async () => {
    await storeCommand({ kind: 'hide-country-notice' }, now)
    expect(await settings.get()).toEqual({ ...defaultSettings, countryNotice: false })
  })

  test('hide the newest state of an episode, for a limited number of episodes', async () => {
    for (let i = 0; i < 600; i++) await storeCommand({ kind: 'hide', episode: String(i), changedAt: i }, now)
    await storeCommand({ kind: 'hide', episode: '599', changedAt: now }, now)
    const kept = await hidden.get()
    expect(kept[0]).toEqual({ episode: '599', changedAt: now })
    expect(kept.filter(({ episode }) => episode === '599')).toHaveLength(1)
    expect(kept.length).toBeLessThanOrEqual(500)
  })
})

test('two pages of a site that remember at the same time lose nothing of each other', async () => {
  const remember = (memory: Partial<SiteMemory>) =>
    storeCommand({ kind: 'remember', site: 'x.test', memory }, now)
  await Promise.all([
    remember({ place: { left: 5, top: 6 } }),
    remember({ opened: ['a:warning'] }),
    remember({ opened: ['b:danger'], paused: ['b'] }),
  ])
  expect(await siteMemory('x.test').get()).toEqual({
    place: { left: 5, top: 6 },
    opened: ['a:warning', 'b:danger'],
    paused: ['b'],
  })
})
