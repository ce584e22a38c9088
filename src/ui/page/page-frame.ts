import { language } from '../../shared/language.ts'
import type { Lang } from '../../shared/languages.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { appearanceOf, type Appearance } from './appearance.ts'
import { applyAppearance } from './apply-appearance.ts'

/** What the settings decide on every page: its language, theme and market colours. */
export interface PageFrame<W> {
  /** The words of the language last loaded; null before the first. */
  readonly words: W | null
  /**
   * Applies the settings to the document. Another language is loaded first: until then the page keeps the one it has.
   */
  apply(settings: Settings): Appearance
}

/**
 * @param load loads the words of a language; called once for each that is asked for
 * @param onWords called when words have been loaded and the document has their language
 */
export function createPageFrame<W extends { readonly lang: Lang }>(
  load: (lang: Lang) => Promise<W>,
  onWords: (words: W) => void,
): PageFrame<W> {
  let words: W | null = null
  let wanted: Lang | null = null
  const root = document.documentElement

  function want(lang: Lang): void {
    if (lang === wanted) return
    wanted = lang
    // English is what every page has: a file that cannot be read must not leave it empty.
    void load(lang)
      .catch(() => load('en'))
      .then((loaded) => {
        if (wanted !== lang) return
        words = loaded
        root.lang = loaded.lang
        onWords(loaded)
      })
  }
  return {
    get words() {
      return words
    },
    apply(settings) {
      const appearance = appearanceOf(settings, language())
      want(appearance.lang)
      const present = { ...appearance, lang: words?.lang ?? appearance.lang }
      applyAppearance(present, root)
      // A document that is still empty has no language.
      if (!words) root.removeAttribute('lang')
      return present
    },
  }
}
