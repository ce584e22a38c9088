import { expect, test } from 'vitest'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import { shiftsOf, watchShifts } from './layout-shifts.ts'
import { testPageStates } from './page-states.ts'
import { eventually, seen } from './scene.ts'

testPageStates('chromium', launchChromium, (scene) => {
  test('the page does not shift while the banner moves into a dialog and out of it', async () => {
    const { page } = scene()
    await page.reload({ waitUntil: 'domcontentloaded' })
    await eventually(async () => expect(await seen(scene())).not.toBe(''))
    await watchShifts(page)
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('dialog'), { id: 'empty' }))`,
    )
    const children = `document.querySelector('#empty').childElementCount`
    for (const [act, count] of [
      ['showModal', 1],
      ['close', 0],
    ] as const) {
      await page.evaluate(`document.querySelector('#empty').${act}()`)
      await eventually(async () => expect(await page.evaluate(children)).toBe(count))
      expect(await shiftsOf(page)).toBe(0)
    }
  })
})
