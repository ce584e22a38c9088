import { pageWords, type PageWords } from '../ui/words/page-words.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** The words of the health page: the shared texts and its own. */
export type HealthWords = PageWords<keyof typeof en>

/** The words of one language. */
export const healthWords = pageWords({ en, ja })
