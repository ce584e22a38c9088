import type { Lang } from '../../src/shared/languages.ts'
import { type Say, speaking, type Texts } from '../../src/shared/texts.ts'
import en from '../../src/shared/texts/en.json'
import ja from '../../src/shared/texts/ja.json'
import ko from '../../src/shared/texts/ko.json'
import zhHant from '../../src/shared/texts/zh-Hant.json'
import { type Words, wordsOf } from '../../src/ui/words/words.ts'

/** The texts that banner, background and pages share. */
export const sharedTexts: Readonly<Record<Lang, Texts>> = { en, ja, ko, 'zh-Hant': zhHant }

/** The shared texts of one language. */
export const sayIn = (lang: Lang): Say => speaking(lang, sharedTexts[lang])

/** The words of the banner in one language. */
export const wordsIn = (lang: Lang): Words => wordsOf(lang, sharedTexts[lang])
