import { speaking, texts, type TextKey } from '../../../shared/texts.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** The texts of notifications in one language: the shared ones and those used here alone. */
export const notificationTexts = speaking<TextKey | keyof typeof en>({
  en: { ...texts.en, ...en },
  ja: { ...texts.ja, ...ja },
})
