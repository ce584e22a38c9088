import { mkdirSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { accessFaults } from '../e2e/access-faults.ts'
import { pageCode } from './page-code.ts'
import { pictureName, type View } from './view.ts'
import { unwantedTexts } from './unwanted-texts.ts'

/** Where pictures go; looked at by people, compared with nothing. */
const shots = 'out/screens'

const code = pageCode('text-faults.ts', 'textFaults')

/** An expression that is the element below which a surface is ours. */
export const wholePage = 'document.body'

/** What is wrong with the text below `root` as the page stands, one line each. */
export async function textFaults(page: Page, root: string, lang: View['lang']): Promise<string[]> {
  await page.evaluate(await code)
  return (await page.evaluate(
    `textFaults.faultsOf(${root}, ${JSON.stringify(unwantedTexts(lang))})`,
  )) as string[]
}

/**
 * Looks at a surface: leaves its picture and says what is wrong with it.
 *
 * @param root expression of the element that is ours
 * @param within selector of what axe looks at
 */
export async function inspect(
  page: Page,
  surface: string,
  view: View,
  root = wholePage,
  within = 'html',
): Promise<string[]> {
  mkdirSync(shots, { recursive: true })
  await page.screenshot({
    path: `${shots}/${pictureName(surface, view)}.png`,
    optimizeForSpeed: true,
    // On another's page what is seen is the window: ours is fixed in it.
    fullPage: root === wholePage,
  })
  const evaluate = async <T>(expression: string) => (await page.evaluate(expression)) as T
  return [...(await textFaults(page, root, view.lang)), ...(await accessFaults({ evaluate }, within))]
}
