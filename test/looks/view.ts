import type { Page } from 'puppeteer-core'
import type { Lang } from '../../src/shared/languages.ts'
import { isWhole } from '../shared/length.ts'

/** Language, theme and zoom of a surface. */
export interface View {
  readonly lang: Lang
  readonly theme: 'light' | 'dark'
  /** Browser zoom in percent. */
  readonly zoom: 100 | 200
}

/** A view at any zoom. */
export type Look = Omit<View, 'zoom'>

/** Window size at each zoom (CSS px): zoomed in, fewer px fit. */
export type Frames = Readonly<Record<View['zoom'], { readonly width: number; readonly height: number }>>

/**
 * The zooms of a look: where not all is asked for, both in the first, and in another language the one at which it has
 * least room. Tested within one look, since resizing the window is faster than changing the look.
 */
export function zoomsOf({ lang, theme }: Look): readonly View['zoom'][] {
  if (isWhole || (lang === 'en' && theme === 'light')) return [100, 200]
  return lang === 'en' ? [100] : [200]
}

/** A language, and what is opened in it, may be followed by its other theme. All themes are seen in the first. */
export const looks: readonly Look[] = [
  { lang: 'en', theme: 'light' },
  { lang: 'en', theme: 'dark' },
  { lang: 'ja', theme: 'dark' },
  { lang: 'ko', theme: 'light' },
  { lang: 'zh-Hant', theme: 'dark' },
]

/** Whether a surface is checked for access in a look: its roles and colours are the same in every language. */
export const isAccessChecked = ({ lang }: Look): boolean => lang === looks[0]?.lang

/** Name of a surface's screenshot: `options-ja-dark-200`. */
export function pictureName(surface: string, { lang, theme, zoom }: View): string {
  return `${surface}-${lang}-${theme}-${zoom}`
}

/** Zooms as a browser does: larger device pixel ratio, smaller viewport. */
export async function zoomTo(page: Page, frames: Frames, zoom: View['zoom']): Promise<void> {
  await page.setViewport({ ...frames[zoom], deviceScaleFactor: zoom / 100 })
}
