import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openEpisodeStore, rankEpisodes } from '../../../src/background/output/episode-store.ts'
import { episodes } from '../../../src/shared/storage/items.ts'
import browser, { stub } from '../../shared/browser-stub.ts'
import { exampleAt, exampleEpisode } from '../simulated/example-episode.ts'

const day = 86_400_000

beforeEach(() => stub.reset())
afterEach(() => vi.useRealTimers())

describe('ranking', () => {
  const ids = (...list: Parameters<typeof exampleEpisode>[0][]) =>
    rankEpisodes(list.map(exampleEpisode)).map(({ id }) => id)

  test('puts open before settled, then the higher tier, then the larger move in either direction', () => {
    expect(
      ids(
        { id: 'settled danger', phase: 'settled', tier: 'danger' },
        { id: 'notice', tier: 'notice', lastPrice: 500 },
        { id: 'small', lastPrice: 101 },
        { id: 'deep', lastPrice: 20 },
        { id: 'danger', tier: 'danger' },
      ),
    ).toEqual(['danger', 'deep', 'small', 'notice', 'settled danger'])
  })

  test('drops what settled with a clock far ahead, and nothing else because of it', () => {
    const settled = (id: string, updatedAt: number) => exampleEpisode({ id, updatedAt, phase: 'settled' })
    const list = [settled('a', exampleAt), settled('ahead', exampleAt + 3 * day)]
    expect(rankEpisodes(list, exampleAt).map(({ id }) => id)).toEqual(['a'])
  })

  test('drops what settled a day ago, and nothing that is open', () => {
    expect(
      ids(
        { id: 'now' },
        { id: 'old', phase: 'settled', updatedAt: exampleAt - day },
        { id: 'younger', phase: 'settled', updatedAt: exampleAt - day + 1 },
        { id: 'old but open', tier: 'notice', updatedAt: exampleAt - 3 * day },
      ),
    ).toEqual(['now', 'old but open', 'younger'])
  })

  test('of an empty list is empty, of a very long one the worst', () => {
    expect(rankEpisodes([])).toEqual([])
    const many = Array.from({ length: 1000 }, (_, i) => exampleEpisode({ id: String(i), lastPrice: 100 + i }))
    expect(rankEpisodes(many)[0]!.id).toBe('999')
    expect(rankEpisodes(many).length).toBeLessThan(1000)
  })

  test('does not change its argument', () => {
    const list = [exampleEpisode({ id: 'a', tier: 'notice' }), exampleEpisode({ id: 'b' })]
    rankEpisodes(list)
    expect(list.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('the episode store', () => {
  test('loads what was stored and replaces episodes by id', async () => {
    await episodes.set([exampleEpisode({ id: 'a' }), exampleEpisode({ id: 'b' })])
    const store = await openEpisodeStore()
    store.take([exampleEpisode({ id: 'b', tier: 'danger' })])
    await store.save()
    expect(store.all().map(({ id, tier }) => `${id} ${tier}`)).toEqual(['b danger', 'a warning'])
    expect(await episodes.get()).toEqual(store.all())
  })

  test('what is taken during a write is stored with it', async () => {
    const store = await openEpisodeStore()
    store.take([exampleEpisode({ id: 'a' })])
    const first = store.save()
    store.take([exampleEpisode({ id: 'b' })])
    await Promise.all([first, store.save()])
    expect(store.unstored).toBeUndefined()
    expect((await episodes.get()).map(({ id }) => id).sort()).toEqual(['a', 'b'])
  })

  test('keeps no dropped episodes in memory', async () => {
    const store = await openEpisodeStore()
    store.take([exampleEpisode({ id: 'old', phase: 'settled' })])
    store.take([exampleEpisode({ id: 'new', updatedAt: exampleAt + day })])
    store.take([exampleEpisode({ id: 'newer', updatedAt: exampleAt })])
    expect(store.all().map(({ id }) => id)).not.toContain('old')
  })
})

describe('a storage that cannot be read at the start', () => {
  test('is read before it is written over: nothing in it is lost', async () => {
    vi.useFakeTimers({ now: exampleAt, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await episodes.set([exampleEpisode({ id: 'kept' })])
    const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('IO error'))
    const store = await openEpisodeStore()
    store.take([exampleEpisode({ id: 'new' })])
    await store.save()
    expect(store.unstored?.map(({ id }) => id)).toEqual(['new'])
    get.mockRestore()
    await vi.advanceTimersByTimeAsync(2000)
    expect((await episodes.get()).map(({ id }) => id).sort()).toEqual(['kept', 'new'])
    expect(store.unstored).toBeUndefined()
  })
})
