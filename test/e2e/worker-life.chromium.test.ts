import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOpen } from '../../src/market/episode.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import { announcedPump } from '../../tools/market-server/stories/announced-pump.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import { eventually, openScene, ownEpisodes } from './scene.ts'
import type { Scene } from './scene.ts'

describe('a worker that is stopped in the middle of an episode', () => {
  let scene: Scene<Chromium>
  beforeAll(async () => {
    scene = await openScene(launchChromium, openBusyStory(announcedPump))
  })
  afterAll(() => scene?.close())

  test('wakes by itself and continues the same episode', async () => {
    const { driver } = scene
    const before = await eventually(async () => {
      const [episode] = await ownEpisodes(scene)
      expect(episode && isOpen(episode)).toBe(true)
      return episode!
    }, 60)
    const firstRun = await driver.workerRun()
    await driver.killWorker()
    const killedAt = Date.now()
    // The page's port is disconnected: the banner reconnects, which wakes the worker.
    await eventually(async () => {
      const run = await driver.workerRun()
      expect(run).not.toBe(null)
      expect(run).not.toBe(firstRun)
    })
    await eventually(async () => {
      const venues = await storedList(driver, 'venues')
      expect(venues[0]?.kind).toBe('live')
      expect(venues[0]?.receivedAt).toBeGreaterThan(killedAt)
    }, 30)
    await eventually(async () => {
      const after = await ownEpisodes(scene)
      expect(after.map(({ id }) => id)).toEqual([before.id])
      expect(after[0]!.updatedAt).toBeGreaterThan(before.updatedAt)
      expect(after[0]!.startedAt).toBe(before.startedAt)
    })
  })
})
