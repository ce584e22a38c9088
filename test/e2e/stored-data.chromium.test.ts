import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { announcedPump } from '../../tools/market-server/stories/announced-pump.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import { eventually, openScene, ownEpisodes } from './scene.ts'
import type { Scene } from './scene.ts'
import { expectRegistered } from './stored-data.ts'

let scene: Scene<Chromium>
beforeAll(async () => {
  scene = await openScene(launchChromium, openBusyStory(announcedPump))
})
afterAll(() => scene?.close())

test('after real use Chromium has stored nothing that the register does not name', async () => {
  await eventually(async () => expect(await ownEpisodes(scene)).not.toEqual([]), 60)
  const keys = await expectRegistered(scene.driver)
  expect(keys).toEqual(expect.arrayContaining(['episodes', 'venues', 'markets', 'crosses', 'officials']))
})

test('Chromium has found nothing wrong with the extension, neither in its manifest nor while it ran', async () => {
  expect(await scene.driver.manager.faults()).toEqual({ manifest: [], runtime: [], warnings: [] })
})

test('Chromium assigns each command its key: some, such as those of cut and copy, it keeps for itself', async () => {
  const keys = await scene.driver.inExtension(
    `chrome.commands.getAll().then((all) => all.map(({ name, shortcut }) => name + ' ' + shortcut).sort().join())`,
  )
  expect(keys).toBe('_execute_action Alt+Shift+K,mute-pair Alt+Shift+M,toggle-card Alt+Shift+H')
})

test('the health page tells of the running background, copies a report and tries everything again', async () => {
  const { driver } = scene
  const page = await driver.open(await driver.inExtension(`chrome.runtime.getURL('src/health/index.html')`))
  const text = () => page.evaluate('document.body.innerText') as Promise<string>
  const outcome = () => page.evaluate(`document.querySelector('.actions small').textContent`)
  await eventually(async () => expect(await text()).toMatch(/Background\s+answers, started/))
  expect(await text()).toMatch(/Alarm\s+next at \d\d:\d\d/)
  expect(await text()).toMatch(/of that in storage.local\s+[\d.]+ [kM]B/)
  expect(await text()).toMatch(/Binance\s+live/)
  expect(await text()).toMatch(/Requests\s+\d+% of what Keiho allows itself/)
  await page.click('.actions button')
  await eventually(async () => expect(await outcome()).toBe('Copied'))
  await page.click('.actions button + button')
  await eventually(async () => expect(await outcome()).toMatch(/^Done/))
  await page.goto(await driver.inExtension(`chrome.runtime.getURL('THIRD-PARTY.txt')`))
  // That a browser takes it for UTF-8: the mark at its beginning is not shown.
  expect(await text()).toMatch(/^Keiho contains code of these packages/)
  await page.close()
})
