import type { Lang } from '../../shared/languages.ts'
import type { TextKey, Texts } from '../../shared/texts.ts'
import type en from './texts/en.json'

/** Texts that several pages use, while banner and background do not. */
export type PageKey = TextKey | keyof typeof en

/** The texts of each language, each in a file of its own that is loaded once it is asked for. */
export type TextFiles<Key extends string> = Readonly<Record<Lang, () => Promise<{ default: Texts<Key> }>>>

const shared: TextFiles<TextKey> = {
  en: () => import('../../shared/texts/en.json'),
  ja: () => import('../../shared/texts/ja.json'),
  ko: () => import('../../shared/texts/ko.json'),
  'zh-Hant': () => import('../../shared/texts/zh-Hant.json'),
}
const ofPages: TextFiles<keyof typeof en> = {
  en: () => import('./texts/en.json'),
  ja: () => import('./texts/ja.json'),
  ko: () => import('./texts/ko.json'),
  'zh-Hant': () => import('./texts/zh-Hant.json'),
}

/** Loads the shared texts of one language, those of the pages, and a page's own. */
export async function loadPageTexts<Key extends string>(
  lang: Lang,
  own: TextFiles<Key>,
): Promise<Texts<PageKey | Key>> {
  const [ours, pages, page] = await Promise.all([shared[lang](), ofPages[lang](), own[lang]()])
  return { ...ours.default, ...pages.default, ...page.default }
}
