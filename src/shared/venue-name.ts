import { exchangeIdOf, marketOf } from '../market/venue-id.ts'
import { siteOf } from '../exchanges/registry.ts'
import { type Lang, langs } from './languages.ts'

/** Names that venues have in a language of their country, as they write them themselves. */
const localNames: Partial<Record<Lang, Readonly<Record<string, string>>>> = {
  ja: { gmocoin: 'GMOコイン' },
  ko: { upbit: '업비트', bithumb: '빗썸' },
}

/** What each language calls contracts without an end. */
const perpetualWords: Readonly<Record<Lang, string>> = {
  en: 'perpetual',
  ja: '無期限',
  ko: '무기한',
  'zh-Hant': '永續',
}

/** The name of a venue in a language, which says where it is a perpetual market; its id where none is known. */
export function venueName(id: string, lang: Lang): string {
  const local = new Map(Object.entries(localNames[lang] ?? {}))
  const exchange = exchangeIdOf(id)
  const name = local.get(exchange) ?? siteOf(exchange)?.name
  if (name === undefined) return id
  return marketOf(id) === 'perpetual' ? `${name} ${perpetualWords[lang]}` : name
}

/** Every name of a venue, for those who search or write one. */
export const venueNames = (id: string): readonly string[] => [
  ...new Set(langs.map((lang) => venueName(id, lang))),
]
