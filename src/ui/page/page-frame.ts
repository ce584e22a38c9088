import { language } from '../../shared/language.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { Lang } from '../../shared/texts.ts'
import { appearanceOf, type Appearance } from './appearance.ts'
import { applyAppearance } from './apply-appearance.ts'

/** What the settings decide on every page: its language, theme and market colours. */
export interface PageFrame<W> {
  /** The words of the present language: before the first `apply`, the browser's. */
  readonly words: W
  /** Applies the settings to the document. */
  apply(settings: Settings): Appearance
}

/** @param wordsFor called once per language: the formatters behind the words are slow to create */
export function createPageFrame<W extends { readonly lang: Lang }>(
  wordsFor: (lang: Lang) => W,
): PageFrame<W> {
  let words = wordsFor(language())
  return {
    get words() {
      return words
    },
    apply(settings) {
      const appearance = appearanceOf(settings, language())
      if (words.lang !== appearance.lang) words = wordsFor(appearance.lang)
      applyAppearance(appearance, document.documentElement)
      return appearance
    },
  }
}
