import { speaking, type Lang, type Say, type Texts } from '../../shared/texts.ts'
import { formatFor } from './format.ts'
import { type PageKey, pageTexts } from './page-texts.ts'
import type { Words } from './words.ts'

/** The words of a page: the shared texts and its own. */
export interface PageWords<Key extends string> extends Omit<Words, 'say'> {
  readonly say: Say<PageKey | Key>
}

/**
 * Joins a page's own texts with the shared ones.
 *
 * @returns the words of a language. Call it once per language: the formatters behind them are slow to create.
 */
export function pageWords<Key extends string>({ en, ja }: Texts<Key>): (lang: Lang) => PageWords<Key> {
  const sayFor = speaking<PageKey | Key>({ en: { ...pageTexts.en, ...en }, ja: { ...pageTexts.ja, ...ja } })
  return (lang) => {
    const say = sayFor(lang)
    return { lang, say, format: formatFor(lang, say) }
  }
}
