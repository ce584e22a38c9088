import { speaking, type Lang, type Say } from '../shared/texts.ts'
import { type PageKey, pageTexts } from '../ui/words/page-texts.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** The words of this page: the shared ones and its own. */
export interface WelcomeWords {
  readonly lang: Lang
  readonly say: Say<PageKey | keyof typeof en>
}

const sayFor = speaking<PageKey | keyof typeof en>({
  en: { ...pageTexts.en, ...en },
  ja: { ...pageTexts.ja, ...ja },
})

/** The words of one language. */
export function welcomeWords(lang: Lang): WelcomeWords {
  return { lang, say: sayFor(lang) }
}
