import { texts, type TextKey, type Texts } from '../../shared/texts.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** What more than one page says, and the banner and the background do not. */
export type PageKey = TextKey | keyof typeof en

/** The shared texts, and those of the pages. */
export const pageTexts: Texts<PageKey> = { en: { ...texts.en, ...en }, ja: { ...texts.ja, ...ja } }
