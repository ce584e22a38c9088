import en from './texts/en.json'
import ja from './texts/ja.json'

/** A language Keiho speaks in full. */
export type Lang = 'en' | 'ja'

export type TextKey = keyof typeof en

/** One text: plain, or one form per plural category of the language, chosen by the value `n`. */
export type Text = string | { readonly one?: string; readonly other: string }

/** What fills `{placeholders}`. Numbers are written for the language; anything finer comes in as a string. */
export type TextValues = Readonly<Record<string, string | number>>

/** Says a text. Throws where a placeholder has no value: that is a mistake of ours, not of the trader's. */
export type Say<Key extends string = TextKey> = (key: Key, values?: TextValues) => string

/** Every text of one set, per language. Typed by the English keys, so that a text missing in Japanese does not compile. */
export type Texts<Key extends string = TextKey> = Readonly<Record<Lang, Readonly<Record<Key, Text>>>>

/** What every surface says. A room with texts of its own keeps them beside itself and joins them: `speaking`. */
export const texts: Texts = { en, ja }

/** BCP 47 tags whose number and date habits the two languages follow. */
export const locales: Readonly<Record<Lang, string>> = { en: 'en-US', ja: 'ja-JP' }

/** Japanese for any Japanese browser, English for every other. */
export function langOf(uiLanguage: string): Lang {
  return /^ja\b/i.test(uiLanguage) ? 'ja' : 'en'
}

/** The texts of one language as a function of key and values. */
export const textsFor = speaking(texts)

/**
 * A set of texts as a function of language, key and values. A page that has texts beyond the shared
 * ones joins them, so that no surface carries the words of another:
 * `speaking({ en: { ...texts.en, ...en }, ja: { ...texts.ja, ...ja } })`.
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
