import { describe, expect, test } from 'vitest'
import { popupWords } from '../../src/popup/words.ts'
import { evidenceUnits, signNames } from '../../src/market/evidence.ts'
import { type Lang, langOf, langs } from '../../src/shared/languages.ts'
import type { Text } from '../../src/shared/texts.ts'
import { venueName } from '../../src/shared/venue-name.ts'
import { sayIn } from '../../tools/examples/words-in.ts'

type Table = Readonly<Record<string, Text>>

/** Texts of all rooms: src/<room>/texts/<lang>.json. */
const files = import.meta.glob<Table>('../../src/**/texts/*.json', { eager: true, import: 'default' })
const rooms = [...new Set(Object.keys(files).map((file) => file.replace(/[^/]+$/, '')))]
const sets = rooms.map((room) => ({
  room: room.replace(/.*src\/|\/texts\/$/g, ''),
  texts: Object.fromEntries(langs.map((lang) => [lang, files[`${room}${lang}.json`] ?? {}])) as Readonly<
    Record<Lang, Table>
  >,
}))
const formsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text))
const placeholders = (text: Text) =>
  [...new Set(formsOf(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort()

/** Words that promise, blame or urge: warnings only state what was measured. */
const forbidden: Readonly<Record<Lang, RegExp>> = {
  en: /\b(hot|cold|moon|safe|safely|calm|manipulat\w*|guarantee\w*|buy now|sell now|scam\w*|fraud\w*|profit\w*|target|next big|hurry|opportunit\w*)\b|!/i,
  ja: /安全|操作された|価格操作|相場操縦|詐欺|必ず|儲|利益|今すぐ買|買い時|売り時|チャンス|お得|犯人|!|！/,
  ko: /안전|조작|작전|사기|보장|수익|이익|지금 (사|팔)|매수 기회|매도 기회|기회|급등주|떡상|범인|!|！/,
  'zh-Hant': /安全|操縱|操控|坐莊|莊家|詐騙|詐欺|保證|獲利|盈利|利潤|立即買|立即賣|機會|抄底|兇手|!|！/,
}
/** Languages that write no Latin sentences. */
const others = langs.filter((lang) => lang !== 'en')
/** Those without spaces between words. */
const unspaced = ['ja', 'zh-Hant'] as const

test('the texts of shared have been found', () => expect(sets.map(({ room }) => room)).toContain('shared'))

describe.each(sets)('texts of $room', ({ texts }) => {
  const keys = Object.keys(texts.en)
  const found = (lang: Lang, isOdd: (form: string) => boolean) =>
    keys.filter((key) => formsOf(texts[lang][key] ?? '').some((form) => isOdd(form.replace(/\{\w+\}/g, ''))))

  test.each(others)('have the same keys in %s as in English', (lang) => {
    expect(Object.keys(texts[lang]).sort()).toEqual([...keys].sort())
  })

  test.each(others)('have the same placeholders in %s as in English', (lang) => {
    const of = (table: Table) => Object.fromEntries(keys.map((key) => [key, placeholders(table[key] ?? '')]))
    expect(of(texts[lang])).toEqual(of(texts.en))
  })

  test.each(langs)('in %s contain no promise and no blame', (lang) => {
    expect(found(lang, (form) => forbidden[lang].test(form))).toEqual([])
  })

  test.each(others)('in %s contain no English sentence, and nothing of another script', (lang) => {
    const foreign = { ja: /\p{sc=Hangul}/u, ko: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u }
    const script = foreign[lang as keyof typeof foreign] ?? /[\p{sc=Hira}\p{sc=Kana}\p{sc=Hangul}]/u
    expect(found(lang, (form) => /[a-z]{2,} [a-z]{2,}/i.test(form) || script.test(form))).toEqual([])
  })

  test.each(unspaced)('in %s use half-width brackets, and no Latin colon or comma', (lang) => {
    expect(found(lang, (form) => /[（）０-９]|[:,](?!\w)/.test(form))).toEqual([])
  })
})

test.each(signNames)('the sign %s has a text', (sign) => {
  const say = sayIn('en')
  expect(evidenceUnits.filter((unit) => say.has(`evidence.${sign}.${unit}`))).not.toEqual([])
})

describe('the texts of a language', () => {
  test('fill placeholders and format numbers for it', () => {
    expect(sayIn('en')('unit.minute', { n: 1234 })).toBe('1,234 min')
  })

  test('have their plural forms', async () => {
    const { say } = await popupWords('en')
    expect([1, 2].map((n) => say('popup.venues', { n }))).toEqual(['1 venue', '2 venues'])
    const of = async (lang: Lang) => (await popupWords(lang)).say('popup.venues', { n: 1 })
    expect(await Promise.all(others.map(of))).toEqual(['1取引所', '거래소 1곳', '1 家交易所'])
  })

  test('throw if a value is missing', () => {
    expect(() => sayIn('en')('data.age')).toThrow('{length}')
  })
})

test('a venue is called as its own country calls it', () => {
  const names = (id: string) => langs.map((lang) => venueName(id, lang))
  expect(names('gmocoin')).toEqual(['GMO Coin', 'GMOコイン', 'GMO Coin', 'GMO Coin'])
  expect(names('upbit')).toEqual(['Upbit', 'Upbit', '업비트', 'Upbit'])
  expect(venueName('__proto__', 'ko')).toBe('__proto__')
})

test.each([
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['jam', 'en'],
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['kok', 'en'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-MO', 'zh-Hant'],
  // Simplified: see `langOf`.
  ['zh-CN', 'zh-Hant'],
  ['', 'en'],
])('the language of a browser in %s is %s', (tag, lang) => {
  expect(langOf(tag)).toBe(lang)
})
