import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textFaults, wholePage } from './inspect.ts'
import { openExtensionWithoutWorker, type ExtensionWithoutWorker } from './extension-without-worker.ts'

let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  extension = await openExtensionWithoutWorker()
  page = await extension.open()
})
afterAll(() => extension?.close())

/** The faults found in a page with this markup. */
async function found(body: string): Promise<string[]> {
  await page.setContent(
    `<!doctype html><html lang="en"><style>* { font: 16px/20px sans-serif }</style>${body}`,
  )
  return textFaults(page, wholePage, 'en')
}

// Each fault that must be reported, and below it what is none.
test.each([
  [
    'cut at the right',
    '<p style="width: 40px; overflow: hidden; white-space: nowrap">turnover',
    'cut: turnover',
  ],
  ['cut below', '<div style="height: 20px; overflow: hidden"><p>one<p>two</div>', 'cut: two'],
  [
    'scrolled sideways',
    '<p style="width: 40px; overflow: auto; white-space: nowrap">turnover',
    'cut: turnover',
  ],
  ['beyond its box', '<p style="width: 40px; white-space: nowrap">turnover', 'spills: turnover'],
  ['left of the page', '<p style="margin-left: -60px">turnover', 'outside: turnover'],
  ['under the window', '<p style="position: fixed; top: 2000px">turnover', 'outside: turnover'],
  ['over another', '<p>one<p style="margin-top: -30px">two', 'overlap: one / two'],
  ['too wide', '<p style="width: 3000px">one', /^the page is \d+ px too wide$/],
  [
    'a full field',
    '<input value="0.00003312 BTC and more" style="width: 40px">',
    'cut: 0.00003312 BTC and more',
  ],
  ['a key', '<p>tier.danger', 'untranslated: tier.danger'],
  ['a gap', '<p>{n} pairs', 'untranslated: {n} pairs'],
  ['another language', '<p>危険', 'untranslated: 危険'],
  ['nothing', '<p hidden>one', 'there is nothing to read'],
])('reports text that is %s', async (_, body, fault) => {
  expect(await found(`<p>all is well</p>${body}`.replace(/.*<p hidden>/, '<p hidden>'))).toContainEqual(
    typeof fault === 'string' ? fault : (expect.stringMatching(fault) as string),
  )
})

test.each([
  ['scrolled to', '<div style="height: 20px; overflow: auto"><p>one<p>two</div>'],
  [
    'spoken only',
    '<p style="position: absolute; width: 1px; clip-path: inset(50%); overflow: hidden">turnover',
  ],
  ['in a layer above', '<p style="position: absolute; top: 0; background: white">two'],
  ['quoted in its own language', '<p>Venue: <span lang="ja">危険</span>'],
  ['far below on a page that scrolls', '<p style="margin-top: 3000px">one'],
])('accepts text that is %s', async (_, body) => {
  expect(await found(`<p>all is well</p>${body}`)).toEqual([])
})
