import type { Browser } from 'puppeteer-core'

/** A PNG in base64 as an element. */
export const imageOf = (png: string): string => `<img src="data:image/png;base64,${png}">`

/** Plain text for HTML. */
export const escaped = (plain: string): string => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * Writes a picture of a document, once its fonts and images are there.
 *
 * @param size CSS pixels; without a height the picture is as high as the document
 */
export async function takeHtml(
  browser: Browser,
  html: string,
  size: { readonly width: number; readonly height?: number },
  path: string,
): Promise<void> {
  const page = await browser.newPage()
  await page.setViewport({ width: size.width, height: size.height ?? 100 })
  await page.setContent(html)
  await page.evaluate(
    'Promise.all([document.fonts.ready, ...[...document.images].map((each) => each.decode())])',
  )
  await page.screenshot({ path, fullPage: size.height === undefined })
  await page.close()
}
