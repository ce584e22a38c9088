import { texts, type TextKey, type Texts } from '../../shared/texts.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** Texts that several pages use, while banner and background do not. */
export type PageKey = TextKey | keyof typeof en

/** The shared texts and those of the pages. */
export const pageTexts: Texts<PageKey> = { en: { ...texts.en, ...en }, ja: { ...texts.ja, ...ja } }
