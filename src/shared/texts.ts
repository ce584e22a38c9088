import en from './texts/en.json'
import ja from './texts/ja.json'

/** A fully supported language. */
export type Lang = 'en' | 'ja'

export type TextKey = keyof typeof en

/** A text: plain, or one form per plural category of the language, selected by the value `n`. */
export type Text = string | { readonly one?: string; readonly other: string }

/** Values of `{placeholders}`. Numbers are formatted for the language; pass strings for any other format. */
export type TextValues = Readonly<Record<string, string | number>>

/** Returns a text with its placeholders filled. Throws if a value is missing, which is a programming error. */
export type Say<Key extends string = TextKey> = (key: Key, values?: TextValues) => string

/** A set of texts per language. Typed by the English keys: a text missing in Japanese is a compile error. */
export type Texts<Key extends string = TextKey> = Readonly<Record<Lang, Readonly<Record<Key, Text>>>>

/** Texts shared by all pages. A page with further texts adds them, see `speaking`. */
export const texts: Texts = { en, ja }

/** BCP 47 tags for number and date formats. */
export const locales: Readonly<Record<Lang, string>> = { en: 'en-US', ja: 'ja-JP' }

/** Japanese for Japanese browsers, English for all others. */
export function langOf(uiLanguage: string): Lang {
  return /^ja\b/i.test(uiLanguage) ? 'ja' : 'en'
}

/** Shared texts of one language as a function of key and values. */
export const textsFor = speaking(texts)

/**
 * Makes a lookup function of a set of texts. A page with its own texts merges them with the shared ones, so that
 * no page loads the texts of another: `speaking({ en: { ...texts.en, ...en }, ja: { ...texts.ja, ...ja } })`.
 */
export function speaking<Key extends string>(set: Texts<Key>): (lang: Lang) => Say<Key> {
  return (lang) => {
    const plural = new Intl.PluralRules(locales[lang])
    const number = new Intl.NumberFormat(locales[lang])
    return (key, values = {}) => {
      const text = set[lang][key]
      const form = typeof text === 'string' ? text : formOf(text, plural, values['n'])
      return form.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name]
        if (value === undefined) throw new Error(`Text ${key} lacks a value for {${name}}`)
        return typeof value === 'number' ? number.format(value) : value
      })
    }
  }
}

function formOf(
  text: Exclude<Text, string>,
  plural: Intl.PluralRules,
  n: string | number | undefined,
): string {
  return (plural.select(Number(n)) === 'one' ? text.one : undefined) ?? text.other
}
