import { beforeEach, describe, expect, test } from 'vitest'
import { openBoard, ranked } from '../../../src/background/output/episode-store.ts'
import { episodes } from '../../../src/shared/storage/items.ts'
import { stub } from '../../shared/browser-stub.ts'
import { drawnAt, drawnEpisode } from '../drawn/drawn-episode.ts'

const day = 86_400_000

beforeEach(() => stub.reset())

describe('ranking', () => {
  const ids = (...list: Parameters<typeof drawnEpisode>[0][]) =>
    ranked(list.map(drawnEpisode)).map(({ id }) => id)

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

  test('forgets what settled a day ago, and nothing that is open', () => {
    expect(
      ids(
        { id: 'now' },
        { id: 'old', phase: 'settled', updatedAt: drawnAt - day },
        { id: 'younger', phase: 'settled', updatedAt: drawnAt - day + 1 },
        { id: 'old but open', tier: 'notice', updatedAt: drawnAt - 3 * day },
      ),
    ).toEqual(['now', 'old but open', 'younger'])
  })

  test('of nothing is nothing, of very many the worst', () => {
    expect(ranked([])).toEqual([])
    const many = Array.from({ length: 1000 }, (_, i) => drawnEpisode({ id: String(i), lastPrice: 100 + i }))
    expect(ranked(many)[0]!.id).toBe('999')
    expect(ranked(many).length).toBeLessThan(1000)
  })

  test('leaves its list as it was', () => {
    const list = [drawnEpisode({ id: 'a', tier: 'notice' }), drawnEpisode({ id: 'b' })]
    ranked(list)
    expect(list.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('board', () => {
  test('takes up what was stored and changes episodes in place', async () => {
    await episodes.set([drawnEpisode({ id: 'a' }), drawnEpisode({ id: 'b' })])
    const board = await openBoard()
    await board.post([drawnEpisode({ id: 'b', tier: 'danger' })])
    expect(board.all().map(({ id, tier }) => `${id} ${tier}`)).toEqual(['b danger', 'a warning'])
    expect(await episodes.get()).toEqual(board.all())
  })

  test('two posts at once are both stored', async () => {
    const board = await openBoard()
    await Promise.all([board.post([drawnEpisode({ id: 'a' })]), board.post([drawnEpisode({ id: 'b' })])])
    expect((await episodes.get()).map(({ id }) => id).sort()).toEqual(['a', 'b'])
  })

  test('holds no more than it shows', async () => {
    const board = await openBoard()
    await board.post([drawnEpisode({ id: 'old', phase: 'settled' })])
    await board.post([drawnEpisode({ id: 'new', updatedAt: drawnAt + day })])
    await board.post([drawnEpisode({ id: 'newer', updatedAt: drawnAt })])
    expect(board.all().map(({ id }) => id)).not.toContain('old')
  })
})
