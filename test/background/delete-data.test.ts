import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveOfficial } from '../../src/background/official/official-store.ts'
import { saveEpisodes } from '../../src/background/history/history.ts'
import { withDatabase } from '../../src/background/storage/database.ts'
import { binance } from '../../src/exchanges/binance.ts'
import { emptyOfficialState } from '../../src/exchanges/official/official-state.ts'
import { okx } from '../../src/exchanges/okx.ts'
import { register, registered } from '../../src/shared/storage/register.ts'
import { settings } from '../../src/shared/settings/settings-item.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { bannerRemovals, hidden, mutes } from '../../src/shared/storage/items.ts'
import { siteMemory } from '../../src/shared/storage/site-memory.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { stub } from '../shared/browser-stub.ts'
import {
  clearDatabase,
  endBackground,
  openBusyMarket,
  query,
  wakeBackground,
} from './simulated/background.ts'
import { exampleEpisode } from './simulated/example-episode.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from './simulated/network.ts'

let network: SimulatedNetwork

beforeEach(async () => {
  await stub.reset()
  await clearDatabase()
  network = openSimulatedNetwork(openBusyMarket(), ['binance', 'okx'])
  for (const host of [...binance.hosts, ...okx.hosts]) stub.granted.add(host)
  await settings.set({ ...defaultSettings, venues: ['binance', 'okx'] })
})
afterEach(() => endBackground(network))

/** What the trader has left behind besides what is measured. */
async function useIt(): Promise<void> {
  await mutes.set([{ pair: 'binance:SYS/BTC', until: null }])
  await hidden.set([{ episode: 'a', changedAt: 1 }])
  await bannerRemovals.set([{ site: 'www.binance.com', at: 1 }])
  await siteMemory('www.binance.com').set({ place: { left: 1, top: 2 }, opened: ['a:danger'] })
}
const storedKeys = async () => Object.keys(await browser.storage.local.get())
const countOf = (store: 'engines' | 'episodes') => withDatabase((db) => db.count(store))
const ledgers = async () => JSON.stringify(await withDatabase((db) => db.getAll('ledgers')))

/** What an earlier worker learnt from the venue's sources, recognisable. */
async function learn(): Promise<void> {
  const { official, ...state } = emptyOfficialState('binance')
  const change = { symbol: 'GONEBTC', base: 'GONE', quote: 'BTC', what: 'listed', at: Date.now() } as const
  const ledger = { ...state, official: { ...official, recentChanges: [change] } }
  await saveOfficial('binance', { ledger, restUntil: {} })
}

test('nothing is stored that the register does not name, and nothing deleted is written back', async () => {
  await useIt()
  await learn()
  await wakeBackground()
  await network.pass(150_000)
  const stores = await withDatabase((db) => Promise.resolve([...db.objectStoreNames]))
  expect(stores.filter((store) => !registered('database', store))).toEqual([])
  expect((await storedKeys()).filter((key) => !registered('local', key))).toEqual([])
  const named = register.filter(({ area }) => area === 'database').map(({ key }) => key)
  expect(named.toSorted()).toEqual(stores.toSorted())

  await browser.storage.local.set({ unnamed: 1 })
  expect(await ledgers()).toContain('GONEBTC')
  const deleted = query('delete-data')
  await network.pass(500)
  expect(await deleted).toBe(true)
  const left = await storedKeys()
  for (const key of ['unnamed', 'mutes', 'hidden', 'yielded', 'site:www.binance.com', 'alerts'])
    expect(left).not.toContain(key)
  // The next second's work begins anew: of what was known before nothing comes back.
  await network.pass(2000)
  expect(await countOf('engines')).toBe(0)
  expect(await ledgers()).not.toContain('GONEBTC')
  expect((await settings.get()).venues).toEqual(['binance', 'okx'])
}, 120_000)

test('past episodes are deleted while the worker runs, at once where they are to be kept for fewer days', async () => {
  const day = 86_400_000
  await wakeBackground()
  await network.pass(1000)
  await saveEpisodes([exampleEpisode({ id: 'old' })], Date.now() - 10 * day)
  await network.pass(2000)
  expect(await countOf('episodes')).toBe(1)
  await settings.set({ ...(await settings.get()), retentionDays: 7 })
  await network.pass(2000)
  expect(await countOf('episodes')).toBe(0)
  await saveEpisodes([exampleEpisode({ id: 'late' })], Date.now() - 7 * day + 1_800_000)
  await network.pass(1000)
  expect(await countOf('episodes')).toBe(1)
}, 120_000)
