import type { Page } from 'puppeteer-core'
import type { Lang } from '../../src/shared/texts.ts'

/** Language, theme and zoom of a surface. */
export interface View {
  readonly lang: Lang
  readonly theme: 'light' | 'dark'
  /** Browser zoom in percent. */
  readonly zoom: 100 | 200
}

/** Window size at each zoom (CSS px): zoomed in, fewer px fit. */
export type Frames = Readonly<Record<View['zoom'], { readonly width: number; readonly height: number }>>

/** Tested within one look, since resizing the window is faster than changing the look. */
export const zooms: readonly View['zoom'][] = [100, 200]

export const looks: readonly Omit<View, 'zoom'>[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'en', theme: 'dark' },
  { lang: 'ja', theme: 'light' },
  { lang: 'ja', theme: 'dark' },
]

/** Name of a surface's screenshot: `options-ja-dark-200`. */
export function pictureName(surface: string, { lang, theme, zoom }: View): string {
  return `${surface}-${lang}-${theme}-${zoom}`
}

/** Zooms as a browser does: larger device pixel ratio, smaller viewport. */
export async function zoomTo(page: Page, frames: Frames, zoom: View['zoom']): Promise<void> {
  await page.setViewport({ ...frames[zoom], deviceScaleFactor: zoom / 100 })
}
