import { siteOf } from '../exchanges/registry.ts'
import { type Lang, langs } from './languages.ts'

/** Names that venues have in a language of their country, as they write them themselves. */
const localNames: Partial<Record<Lang, Readonly<Record<string, string>>>> = {
  ja: { gmocoin: 'GMOコイン' },
  ko: { upbit: '업비트', bithumb: '빗썸' },
}

/** The name of a venue in a language; its id where no such venue is known. */
export function venueName(id: string, lang: Lang): string {
  const local = new Map(Object.entries(localNames[lang] ?? {}))
  return local.get(id) ?? siteOf(id)?.name ?? id
}

/** Every name of a venue, for those who search or write one. */
export const venueNames = (id: string): readonly string[] => [
  ...new Set(langs.map((lang) => venueName(id, lang))),
]
