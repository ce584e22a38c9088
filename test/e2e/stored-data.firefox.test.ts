import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchFirefox } from '../../tools/browsers/firefox.ts'
import type { Driver } from '../../tools/browsers/driver.ts'
import { announcedPump } from '../../tools/market-server/stories/announced-pump.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import { eventually, openScene, ownEpisodes } from './scene.ts'
import type { Scene } from './scene.ts'
import { expectRegistered } from './stored-data.ts'

let scene: Scene<Driver>
beforeAll(async () => {
  scene = await openScene(launchFirefox, openBusyStory(announcedPump))
})
afterAll(() => scene?.close())

test('after real use Firefox has stored nothing that the register does not name', async () => {
  await eventually(async () => expect(await ownEpisodes(scene)).not.toEqual([]), 60)
  const keys = await expectRegistered(scene.driver)
  expect(keys).toEqual(expect.arrayContaining(['episodes', 'venues', 'markets', 'crosses', 'officials']))
})

test('the health page tells of the running background in Firefox', async () => {
  const page = await scene.driver.openExtensionPage('src/health/index.html')
  await eventually(async () => expect(await page.text()).toMatch(/Background\s+answers, started/))
  const text = await page.text()
  expect(text).toMatch(/Alarm\s+next at \d\d:\d\d/)
  expect(text).toMatch(/Storage\s+[\d.]+ [kM]B of/)
  expect(text).toMatch(/Browser\s+Firefox \d+/)
  expect(text).toMatch(/Binance\s+live/)
  await page.close()
})
