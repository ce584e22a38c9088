import { mkdirSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { accessFaults } from '../e2e/access-faults.ts'
import { pageCode } from './page-code.ts'
import { isAccessChecked, pictureName, type View } from './view.ts'
import { unwantedTexts } from './unwanted-texts.ts'

/** Screenshots, for review by people; not compared with anything. A view with faults has one, all have on request. */
const shots = 'out/screens'
const isPictured = process.env['PICTURES'] !== undefined

const code = pageCode('text-faults.ts', 'textFaults')

/** An expression of a surface's root element. */
export const wholePage = 'document.body'

/** Faults of the text below `root`, one line each. */
export async function textFaults(page: Page, root: string, lang: View['lang']): Promise<string[]> {
  if (!(await page.evaluate(`'textFaults' in globalThis`))) await page.evaluate(await code)
  return (await page.evaluate(
    `textFaults.faultsOf(${root}, ${JSON.stringify(unwantedTexts(lang))})`,
  )) as string[]
}

/**
 * Returns the faults of a surface, and takes a screenshot where there are any.
 *
 * @param root expression of the surface's root element
 * @param within selector of the element that axe checks
 */
export async function inspect(
  page: Page,
  surface: string,
  view: View,
  root = wholePage,
  within = 'html',
): Promise<string[]> {
  const evaluate = async <T>(expression: string) => (await page.evaluate(expression)) as T
  const access = isAccessChecked(view) ? await accessFaults({ evaluate }, within) : []
  const faults = [...(await textFaults(page, root, view.lang)), ...access]
  if (isPictured || faults.length > 0) await picture(page, pictureName(surface, view), root)
  return faults
}

async function picture(page: Page, name: string, root: string): Promise<void> {
  mkdirSync(shots, { recursive: true })
  await page.screenshot({
    path: `${shots}/${name}.png`,
    optimizeForSpeed: true,
    // On a trading page only the window matters: the banner has a fixed position in it.
    fullPage: root === wholePage,
  })
}
