import { speaking, texts, type Lang, type Say, type TextKey } from '../shared/texts.ts'
import { formatFor } from '../ui/words/format.ts'
import type { Words } from '../ui/words/words.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** Every text this page says. */
export type DetailsKey = TextKey | keyof typeof en

/** The words of this page: the shared ones and its own. */
export interface DetailsWords extends Omit<Words, 'say'> {
  readonly say: Say<DetailsKey>
}

const sayFor = speaking<DetailsKey>({ en: { ...texts.en, ...en }, ja: { ...texts.ja, ...ja } })

/** The words of one language. Build once per language: the formatters behind it are costly to make. */
export function detailsWords(lang: Lang): DetailsWords {
  const say = sayFor(lang)
  return { lang, say, format: formatFor(lang, say) }
}
