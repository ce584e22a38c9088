import type { Lang, Text } from '../../src/shared/texts.ts'
import type { Unwanted } from './in-page/unwanted.ts'

type Table = Readonly<Record<string, Text>>

const files = import.meta.glob<Table>('../../src/**/texts/*.json', { eager: true, import: 'default' })

/** All texts of all rooms in one language. A key that two rooms have says the same kind of thing in both. */
function tableOf(lang: Lang): Table {
  const own = Object.entries(files).filter(([path]) => path.endsWith(`/${lang}.json`))
  return Object.assign({}, ...own.map(([, table]) => table)) as Table
}

const formsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text))

/** `USD` is a currency's name on its own, in any language. */
const isCode = (text: string) => /^[A-Z]+$/.test(text)

/** What no page in this language should show. */
export function unwantedTexts(lang: Lang): Unwanted {
  const own = tableOf(lang)
  const other = tableOf(lang === 'en' ? 'ja' : 'en')
  const ours = new Set(Object.values(own).flatMap(formsOf))
  const foreign = Object.values(other).flatMap(formsOf)
  // A key of one word ("pause") may well be a word on the page.
  const keys = Object.keys(own).filter((key) => key.includes('.'))
  return { keys, foreign: foreign.filter((text) => !ours.has(text) && !isCode(text)) }
}
