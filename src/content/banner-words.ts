import { bannerTextsGlobal } from '../shared/banner-texts-file.ts'
import type { Lang } from '../shared/languages.ts'
import { sendCommand } from '../shared/messages/send-command.ts'
import type { Texts } from '../shared/texts.ts'
import en from '../shared/texts/en.json'
import { wordsOf, type Words } from '../ui/words/words.ts'

/** What the script of a language brings. */
interface BannerTexts {
  readonly lang: Lang
  readonly texts: Texts
}

const own = globalThis as {
  [bannerTextsGlobal]?: BannerTexts
  /** The language that this page has asked for last. */
  askedFor?: Lang
}

/** The words in which the banner speaks: those of the language asked for, else English until they have come. */
export function bannerWords(lang: Lang): Words {
  const brought = own[bannerTextsGlobal]
  return brought?.lang === lang ? wordsOf(lang, brought.texts) : wordsOf('en', en)
}

/**
 * Has the banner run anew where it does not speak this language: a setting has changed, or its texts were not there
 * when the page was loaded. Once for each language that is asked for: where they cannot be had it stays as it is.
 */
export function speakInstead(present: Lang, wanted: Lang): void {
  if (wanted === present) own.askedFor = wanted
  if (own.askedFor === wanted) return
  own.askedFor = wanted
  sendCommand({ kind: 'run-banner' })
}
