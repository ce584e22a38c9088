import type { Page } from 'puppeteer-core'
import type { Lang } from '../../src/shared/texts.ts'

/** A way to look at a surface. */
export interface View {
  readonly lang: Lang
  readonly theme: 'light' | 'dark'
  /** In percent, as the browser's own zoom. */
  readonly zoom: 100 | 200
}

/** The window at each zoom, in CSS px: zoomed, it holds fewer of them. */
export type Frames = Readonly<Record<View['zoom'], { readonly width: number; readonly height: number }>>

/** The zooms of one look beside each other: changing the window is cheaper than the look. */
export const zooms: readonly View['zoom'][] = [100, 200]

export const looks: readonly Omit<View, 'zoom'>[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'en', theme: 'dark' },
  { lang: 'ja', theme: 'light' },
  { lang: 'ja', theme: 'dark' },
]

/** Name of a surface's picture: `options-ja-dark-200`. */
export function pictureName(surface: string, { lang, theme, zoom }: View): string {
  return `${surface}-${lang}-${theme}-${zoom}`
}

/** Zooms a page as a browser does: pixels of the page grow, and the window holds fewer of them. */
export async function zoomTo(page: Page, frames: Frames, zoom: View['zoom']): Promise<void> {
  await page.setViewport({ ...frames[zoom], deviceScaleFactor: zoom / 100 })
}
