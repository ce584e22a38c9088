import { speaking, type Lang, type Say } from '../shared/texts.ts'
import { formatFor } from '../ui/words/format.ts'
import { type PageKey, pageTexts } from '../ui/words/page-texts.ts'
import type { Words } from '../ui/words/words.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** Every text this page says. */
export type OptionsKey = PageKey | keyof typeof en

/** The words of this page: the shared ones and its own. */
export interface OptionsWords extends Omit<Words, 'say'> {
  readonly say: Say<OptionsKey>
}

const sayFor = speaking<OptionsKey>({ en: { ...pageTexts.en, ...en }, ja: { ...pageTexts.ja, ...ja } })

/** The words of one language. Build once per language: the formatters behind it are costly to make. */
export function optionsWords(lang: Lang): OptionsWords {
  const say = sayFor(lang)
  return { lang, say, format: formatFor(lang, say) }
}
