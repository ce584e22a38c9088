import type { Lang } from '../../../shared/languages.ts'
import { speaking, type Say, type TextKey } from '../../../shared/texts.ts'
import sharedEn from '../../../shared/texts/en.json'
import sharedJa from '../../../shared/texts/ja.json'
import sharedKo from '../../../shared/texts/ko.json'
import sharedZhHant from '../../../shared/texts/zh-Hant.json'
import en from './texts/en.json'
import ja from './texts/ja.json'
import ko from './texts/ko.json'
import zhHant from './texts/zh-Hant.json'

type Key = TextKey | keyof typeof en

// All languages at once: a service worker cannot import a file later.
const says: Readonly<Record<Lang, Say<Key>>> = {
  en: speaking<Key>('en', { ...sharedEn, ...en }),
  ja: speaking<Key>('ja', { ...sharedJa, ...ja }),
  ko: speaking<Key>('ko', { ...sharedKo, ...ko }),
  'zh-Hant': speaking<Key>('zh-Hant', { ...sharedZhHant, ...zhHant }),
}

/** The texts of notifications in one language: the shared ones and those used here alone. */
export const notificationTexts = (lang: Lang): Say<Key> => says[lang]
