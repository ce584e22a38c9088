/** The fully supported languages, as BCP 47 tags. A text missing in one of them does not compile. */
export const langs = ['en', 'ja', 'ko', 'zh-Hant'] as const

/** A fully supported language. */
export type Lang = (typeof langs)[number]

/** Each language named in itself, for those who read it. */
export const ownNames: Readonly<Record<Lang, string>> = {
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  'zh-Hant': '繁體中文',
}

/** BCP 47 tags for formats of numbers. */
export const locales: Readonly<Record<Lang, string>> = {
  en: 'en-US',
  ja: 'ja-JP',
  ko: 'ko-KR',
  'zh-Hant': 'zh-TW',
}

/** BCP 47 tags for formats of times and days: English ones put the day before the month, with 24 hours. */
export const timeLocales: Readonly<Record<Lang, string>> = { ...locales, en: 'en-GB' }

/** How a day is written: `4 Jul`, `7月4日`, `7월 4일`. */
export const dayFormat = (lang: Lang): Intl.DateTimeFormatOptions => ({
  month: lang === 'en' ? 'short' : 'long',
  day: 'numeric',
})

/**
 * The supported language closest to that of a browser; English where none is near. Any Chinese is answered in
 * Traditional: those who read Simplified read it too, while few of them read English as fast. CLDR matches them the
 * same way (languageMatching, zh_Hans to zh_Hant: distance 19, to any other language 80).
 */
export function langOf(uiLanguage: string): Lang {
  const language = /^[a-z]+(?=-|_|$)/i.exec(uiLanguage)?.[0].toLowerCase()
  if (language === 'zh') return 'zh-Hant'
  return langs.find((lang) => lang === language) ?? 'en'
}
