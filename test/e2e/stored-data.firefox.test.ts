import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFirefox } from '../../tools/browsers/firefox.ts'
import type { Driver } from '../../tools/browsers/driver.ts'
import { openScenario } from '../../tools/market-server/scenarios.ts'
import { eventually, openScene, ownEpisodes } from './scene.ts'
import type { Scene } from './scene.ts'
import { expectRegistered } from './stored-data.ts'

let scene: Scene<Driver>
beforeAll(async () => {
  scene = await openScene(launchFirefox, openScenario('announced-pump'))
})
afterAll(() => scene?.close())

test('after real use Firefox has stored nothing that the register does not name', async () => {
  await eventually(async () => expect(await ownEpisodes(scene)).not.toEqual([]), 60)
  const keys = await expectRegistered(scene.driver)
  expect(keys).toEqual(expect.arrayContaining(['episodes', 'venues', 'markets', 'crosses', 'officials']))
})
