import { speaking, type Lang, type Say } from '../shared/texts.ts'
import { formatFor } from '../ui/words/format.ts'
import { type PageKey, pageTexts } from '../ui/words/page-texts.ts'
import type { Words } from '../ui/words/words.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** Every text this page says. */
export type HistoryKey = PageKey | keyof typeof en

/** The words of this page: the shared ones and its own. */
export interface HistoryWords extends Omit<Words, 'say'> {
  readonly say: Say<HistoryKey>
}

const sayFor = speaking<HistoryKey>({ en: { ...pageTexts.en, ...en }, ja: { ...pageTexts.ja, ...ja } })

/** The words of one language. */
export function historyWords(lang: Lang): HistoryWords {
  const say = sayFor(lang)
  return { lang, say, format: formatFor(lang, say) }
}
