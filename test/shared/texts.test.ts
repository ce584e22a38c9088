import { describe, expect, test } from 'vitest'
import { popupWords } from '../../src/popup/words.ts'
import { evidenceUnits, signNames } from '../../src/market/evidence.ts'
import { langOf, texts, textsFor, type Lang, type Text } from '../../src/shared/texts.ts'

/** Texts of all rooms: src/<room>/texts/<lang>.json. */
const files = import.meta.glob<Record<string, Text>>('../../src/**/texts/*.json', {
  eager: true,
  import: 'default',
})
const sets = [...new Set(Object.keys(files).map((file) => file.replace(/(en|ja)\.json$/, '')))].map(
  (room) => ({
    room: room.replace(/.*src\/|\/texts\/$/g, ''),
    texts: { en: files[`${room}en.json`] ?? {}, ja: files[`${room}ja.json`] ?? {} },
  }),
)
const formsOf = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text))
const placeholders = (text: Text) =>
  [...new Set(formsOf(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort()

/** Words that promise, blame or urge: warnings only state what was measured. */
const forbidden: Readonly<Record<Lang, RegExp>> = {
  en: /\b(hot|cold|moon|safe|safely|manipulat\w*|guarantee\w*|buy now|sell now|scam\w*|fraud\w*|profit\w*|target|next big|hurry|opportunit\w*)\b|!/i,
  ja: /安全|操作された|価格操作|相場操縦|詐欺|必ず|儲|利益|今すぐ買|買い時|売り時|チャンス|お得|犯人|!|！/,
}

test('the texts of shared have been found', () => expect(sets.map(({ room }) => room)).toContain('shared'))

describe.each(sets)('texts of $room', ({ texts }) => {
  const keys = Object.keys(texts.en)

  test('have the same keys in both languages', () => {
    expect(Object.keys(texts.ja).sort()).toEqual([...keys].sort())
  })

  test.each(keys)('%s has the same placeholders in both languages', (key) => {
    expect(placeholders(texts.ja[key] ?? '')).toEqual(placeholders(texts.en[key] ?? ''))
  })

  test.each(['en', 'ja'] as const)('in %s contain no promise and no blame', (lang) => {
    const found = keys.filter((key) =>
      formsOf(texts[lang][key] ?? '').some((form) => forbidden[lang].test(form)),
    )
    expect(found).toEqual([])
  })

  test('in Japanese contain no English sentence', () => {
    const english = keys.filter((key) =>
      formsOf(texts.ja[key] ?? '').some((form) => /[a-z]{2,} [a-z]{2,}/i.test(form.replace(/\{\w+\}/g, ''))),
    )
    expect(english).toEqual([])
  })

  test('in Japanese use half-width brackets, and no Latin colon or comma', () => {
    const odd = keys.filter((key) =>
      formsOf(texts.ja[key] ?? '').some((form) =>
        /[（）０-９]|[:,](?!\w)/.test(form.replace(/\{\w+\}/g, '')),
      ),
    )
    expect(odd).toEqual([])
  })
})

test.each(signNames)('the sign %s has a text', (sign) => {
  const keys = evidenceUnits.map((unit) => `evidence.${sign}.${unit}`)
  expect(keys.filter((key) => key in texts.en)).not.toEqual([])
})

describe('textsFor', () => {
  test('fills placeholders and formats numbers for the language', () => {
    expect(textsFor('en')('unit.minute', { n: 1234 })).toBe('1,234 min')
  })

  test('chooses the plural form', () => {
    const say = popupWords('en').say
    expect([1, 2].map((n) => say('popup.venues', { n }))).toEqual(['1 venue', '2 venues'])
    expect(popupWords('ja').say('popup.venues', { n: 1 })).toBe('1取引所')
  })

  test('throws if a value is missing', () => {
    expect(() => textsFor('en')('data.age')).toThrow('{length}')
  })
})

test.each([
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['jam', 'en'],
])('the language of a browser in %s is %s', (tag, lang) => {
  expect(langOf(tag)).toBe(lang)
})
