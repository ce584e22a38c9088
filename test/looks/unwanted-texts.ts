import { type Lang, langs } from '../../src/shared/languages.ts'
import type { Text } from '../../src/shared/texts.ts'
import type { Unwanted } from './in-page/unwanted.ts'

type Table = Readonly<Record<string, Text>>

const files = import.meta.glob<Table>('../../src/**/texts/*.json', { eager: true, import: 'default' })

/** All texts of one language. Keys that occur in several files have similar texts. */
function tableOf(lang: Lang): Table {
  const own = Object.entries(files).filter(([path]) => path.endsWith(`/${lang}.json`))
  return Object.assign({}, ...own.map(([, table]) => table)) as Table
}

const formsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text))

/** Currency codes are the same in every language. */
const isCode = (text: string) => /^[A-Z]+$/.test(text)

/** Texts that no page in this language may show. */
export function unwantedTexts(lang: Lang): Unwanted {
  const own = tableOf(lang)
  const others = langs.filter((each) => each !== lang).map(tableOf)
  const ours = new Set(Object.values(own).flatMap(formsOf))
  const foreign = others.flatMap((other) => Object.values(other).flatMap(formsOf))
  // A key without a dot ("pause") may also be a word in a text.
  const keys = Object.keys(own).filter((key) => key.includes('.'))
  return { keys, foreign: foreign.filter((text) => !ours.has(text) && !isCode(text)) }
}
