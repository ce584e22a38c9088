import { beforeEach, expect, test } from 'vitest'
import { crosses, episodes, mutes, officials } from '../../../src/shared/storage/items.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { episode } from '../../../tools/examples/made-up.ts'
import { stub } from '../browser-stub.ts'

beforeEach(() => stub.reset())

const storedValue = async () => (await browser.storage.local.get('episodes'))['episodes']

test('episodes are stored as a JSON string and read back unchanged', async () => {
  const flagged = [episode({ id: 'a' }), episode({ id: 'b' })]
  const seen: unknown[] = []
  episodes.follow((value) => seen.push(value))
  await episodes.set(flagged)
  expect(typeof (await storedValue())).toBe('string')
  expect(await episodes.get()).toEqual(flagged)
  expect(seen.at(-1)).toEqual(flagged)
})

test.each([['{'], ['null'], ['[{}]'], [7]])(
  'the invalid value %j is read as no episodes',
  async (invalid) => {
    await browser.storage.local.set({ episodes: invalid })
    expect(await episodes.get()).toEqual([])
  },
)

test('a list stored by an earlier version is read', async () => {
  await browser.storage.local.set({ episodes: [episode({ id: 'a' })] })
  expect(await episodes.get()).toMatchObject([{ id: 'a' }])
})

test('an invalid entry is left out, and the others stay', async () => {
  const good = [episode({ id: 'a' }), episode({ id: 'b' })]
  await browser.storage.local.set({
    episodes: [good[0], { ...episode({ id: 'bad' }), lastPrice: null }, good[1], null],
    mutes: [
      { pair: 'binance:SYS/BTC', until: null },
      { pair: 7, until: null },
    ],
    crosses: { BTC: { usd: 60_000, until: 1, assumed: false }, ETH: { usd: null } },
  })
  expect(await episodes.get()).toEqual(good)
  expect(await mutes.get()).toEqual([{ pair: 'binance:SYS/BTC', until: null }])
  expect(Object.keys(await crosses.get())).toEqual(['BTC'])
})

test('an invalid statement is left out, and the others of its venue stay', async () => {
  const statement = {
    id: 'a',
    source: 'https://x.test',
    via: 'announcements',
    scope: 'venue',
    what: 'maintenance',
    state: 'active',
    assets: [],
    seenAt: 1,
  }
  const lists = { checks: [], cautions: [], suspended: [], impaired: [], recentChanges: [] }
  const statements = [statement, { ...statement, seenAt: 'x' }]
  await browser.storage.local.set({
    officials: [{ venue: 'okx', ...lists, statements }, { venue: 'gate' }],
  })
  expect(await officials.get()).toEqual([{ venue: 'okx', ...lists, statements: [statement] }])
})
