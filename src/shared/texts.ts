import type en from './texts/en.json'
import { locales, type Lang } from './languages.ts'

export type TextKey = keyof typeof en

/** A text: plain, or one form per plural category of the language, selected by the value `n`. */
export type Text = string | { readonly one?: string; readonly other: string }

/** The texts of one language. Typed by the English keys: a text missing in a language is a compile error. */
export type Texts<Key extends string = TextKey> = Readonly<Record<Key, Text>>

/** Values of `{placeholders}`. Numbers are formatted for the language; pass strings for any other format. */
export type TextValues = Readonly<Record<string, string | number>>

/** Looks texts of one language up. */
export interface Say<Key extends string = TextKey> {
  /** A text with its placeholders filled. Throws if a value is missing, which is a programming error. */
  (key: Key, values?: TextValues): string
  /** Whether there is a text of this key. */
  has(key: string): boolean
}

/**
 * Makes a lookup function of the texts of one language. A page with its own texts adds them to the shared ones, so
 * that no page loads the texts of another: `speaking('ja', { ...shared, ...own })`.
 */
export function speaking<Key extends string>(lang: Lang, texts: Texts<Key>): Say<Key> {
  const plural = new Intl.PluralRules(locales[lang])
  const number = new Intl.NumberFormat(locales[lang])
  const say = (key: Key, values: TextValues = {}) => {
    const text = texts[key]
    const form = typeof text === 'string' ? text : formOf(text, plural, values['n'])
    return form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`Text ${key} lacks a value for {${name}}`)
      return typeof value === 'number' ? number.format(value) : value
    })
  }
  return Object.assign(say, { has: (key: string) => Object.hasOwn(texts, key) })
}

function formOf(
  text: Exclude<Text, string>,
  plural: Intl.PluralRules,
  n: string | number | undefined,
): string {
  return (plural.select(Number(n)) === 'one' ? text.one : undefined) ?? text.other
}
