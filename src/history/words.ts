import { pageWords, type PageWords } from '../ui/words/page-words.ts'
import type en from './texts/en.json'

/** The words of the history page: the shared texts and its own. */
export type HistoryWords = PageWords<keyof typeof en>

/** Loads the words of one language. */
export const historyWords = pageWords<keyof typeof en>({
  en: () => import('./texts/en.json'),
  ja: () => import('./texts/ja.json'),
  ko: () => import('./texts/ko.json'),
  'zh-Hant': () => import('./texts/zh-Hant.json'),
})
