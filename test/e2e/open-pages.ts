import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayIn } from '../../tools/examples/words-in.ts'
import type { Driver, LaunchOptions } from '../../tools/browsers/driver.ts'
import { openLastingPump } from './lasting-pump.ts'
import { eventually, openScene, seen, type Scene } from './scene.ts'
import { versionedFolder } from './versioned-folder.ts'

const say = sayIn('en')
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

// Each banner on the page: whether it was marked as one of an earlier script. Style elements are no banner.
const marks = `function () { return this.localName === 'style' ? null : this.dataset.earlier ?? '' }`
const mark = `function () { this.dataset.earlier = 'yes' }`

/** Time for a banner from when the browser has begun the extension, s: under a second, and longer on a busy machine. */
const limit = 5

/** What both browsers must do with a trading page that is open while the extension changes. */
export function openPagesTests(
  browser: 'chrome' | 'firefox',
  launch: (options: LaunchOptions) => Promise<Driver>,
): void {
  describe('a trading page that is open', () => {
    const { folder, raiseVersion } = versionedFolder(browser)
    let scene: Scene<Driver>
    beforeAll(async () => {
      const options = { extension: folder }
      scene = await openScene((more) => launch({ ...more, ...options }), openLastingPump())
      await eventually(async () => expect(await seen(scene)).toMatch(loud), 60)
    })
    afterAll(() => scene?.close())

    const banners = async () =>
      (await scene.driver.inBanner<string | null>(scene.page, marks)).filter((each) => each !== null)
    /** The banner of a new script is there, and none of an earlier one. */
    const untilRenewed = () =>
      eventually(async () => {
        expect(await banners()).toEqual([''])
        expect(await seen(scene)).toMatch(loud)
      }, limit)
    const markBanner = () => scene.driver.inBanner(scene.page, mark)

    test('has the banner of the new version after an update, and no other', async () => {
      await markBanner()
      expect(await banners()).toEqual(['yes'])
      raiseVersion()
      await scene.driver.manager.install(folder)
      await untilRenewed()
    })

    test('has it after the extension was disabled and enabled', async () => {
      await markBanner()
      await scene.driver.manager.setEnabled(false)
      await scene.driver.manager.setEnabled(true)
      await untilRenewed()
    })

    test('has it when it comes back from the back/forward cache after an update', async () => {
      await scene.page.goto(`${new URL(scene.page.url()).origin}/en/markets`, {
        waitUntil: 'domcontentloaded',
      })
      raiseVersion()
      await scene.driver.manager.install(folder)
      await scene.page.evaluate('setTimeout(() => history.back())')
      await untilRenewed()
    })

    test('has it after an install', async () => {
      await markBanner()
      await scene.driver.manager.uninstall()
      await scene.driver.manager.install(folder)
      const installedAt = Date.now()
      // Nothing is known any more, hence nothing shown: that the pair in view is asked for proves the banner.
      const symbol = scene.pair.replace('/', '')
      await eventually(() => {
        const asked = scene.server.requests.filter(({ wallAt }) => wallAt >= installedAt)
        expect(asked.map(({ path }) => path)).toContainEqual(expect.stringContaining(`symbol=${symbol}`))
        return Promise.resolve()
      }, limit)
      await eventually(async () => expect(await banners()).not.toContain('yes'), limit)
    })
  })
}
