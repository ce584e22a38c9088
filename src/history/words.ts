import { speaking, texts, type Lang, type Say, type TextKey } from '../shared/texts.ts'
import { formatFor } from '../ui/format.ts'
import type { Words } from '../ui/words.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** The words of this page: the shared ones and its own. */
export interface HistoryWords extends Omit<Words, 'say'> {
  readonly say: Say<TextKey | keyof typeof en>
}

const sayFor = speaking<TextKey | keyof typeof en>({ en: { ...texts.en, ...en }, ja: { ...texts.ja, ...ja } })

/** The words of one language. */
export function historyWords(lang: Lang): HistoryWords {
  const say = sayFor(lang)
  return { lang, say, format: formatFor(lang, say) }
}
