import type { Lang } from '../../shared/languages.ts'
import { speaking, type Say } from '../../shared/texts.ts'
import { formatFor } from './format.ts'
import { loadPageTexts, type PageKey, type TextFiles } from './page-texts.ts'
import type { Words } from './words.ts'

/** The words of a page: the shared texts and its own. */
export interface PageWords<Key extends string> extends Omit<Words, 'say'> {
  readonly say: Say<PageKey | Key>
}

/**
 * Joins a page's own texts with the shared ones.
 *
 * @returns loads the words of a language, once: the formatters behind them are slow to create. It rejects where the
 * browser cannot read the files.
 */
export function pageWords<Key extends string>(own: TextFiles<Key>): (lang: Lang) => Promise<PageWords<Key>> {
  const loaded = new Map<Lang, Promise<PageWords<Key>>>()
  async function load(lang: Lang): Promise<PageWords<Key>> {
    const say = speaking(lang, await loadPageTexts(lang, own))
    return { lang, say, format: formatFor(lang, say) }
  }
  return (lang) => {
    const words = loaded.get(lang) ?? load(lang)
    loaded.set(lang, words)
    words.catch(() => loaded.delete(lang))
    return words
  }
}
