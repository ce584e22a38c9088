import { pageWords, type PageWords } from '../ui/words/page-words.ts'
import en from './texts/en.json'
import ja from './texts/ja.json'

/** The words of the page of what was held back: the shared texts and its own. */
export type NightWords = PageWords<keyof typeof en>

/** The words of one language. */
export const nightWords = pageWords({ en, ja })
