import { speaking, texts, type Lang, type Say, type TextKey } from '../shared/texts.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** The words of this page: the shared ones and its own. */
export interface WelcomeWords {
  readonly lang: Lang
  readonly say: Say<TextKey | keyof typeof en>
}

const sayFor = speaking<TextKey | keyof typeof en>({ en: { ...texts.en, ...en }, ja: { ...texts.ja, ...ja } })

/** The words of one language. */
export function welcomeWords(lang: Lang): WelcomeWords {
  return { lang, say: sayFor(lang) }
}
