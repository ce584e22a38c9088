import { speaking, type Lang, type Say } from '../shared/texts.ts'
import { formatFor } from '../ui/words/format.ts'
import { type PageKey, pageTexts } from '../ui/words/page-texts.ts'
import type { Words } from '../ui/words/words.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** Every text the popup says. */
type PopupKey = PageKey | keyof typeof en

/** The words of the popup: the shared ones and its own. */
export interface PopupWords extends Omit<Words, 'say'> {
  readonly say: Say<PopupKey>
}

/** The texts of the popup in one language. */
export const popupTexts = speaking<PopupKey>({
  en: { ...pageTexts.en, ...en },
  ja: { ...pageTexts.ja, ...ja },
})

/** The words of one language. Build once per language: the formatters behind it are costly to make. */
export function popupWords(lang: Lang): PopupWords {
  const say = popupTexts(lang)
  return { lang, say, format: formatFor(lang, say) }
}
