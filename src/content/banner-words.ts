import { bannerTextsGlobal } from '../shared/banner-texts-file.ts'
import type { Lang } from '../shared/languages.ts'
import { sendCommand } from '../shared/messages/send-command.ts'
import type { Texts } from '../shared/texts.ts'
import en from '../shared/texts/en.json'
import { wordsOf, type Words } from '../ui/words/words.ts'

const own = globalThis as {
  /** What the scripts of languages have brought. */
  [bannerTextsGlobal]?: Partial<Record<Lang, Texts>>
  /** The language that this page has asked for last. */
  askedFor?: Lang
}

/** Time in which the background brings the texts of a language, ms: it may have to wake first. */
const bringMs = 1_000

/**
 * The words in which the banner speaks. Where the texts of a language are not there, as on a page that was loaded
 * before they were registered, the background is asked to run the banner anew with them; English where it does not.
 */
export async function bannerWords(lang: Lang, signal: AbortSignal): Promise<Words> {
  const brought = own[bannerTextsGlobal]?.[lang]
  if (brought) return wordsOf(lang, brought)
  if (lang !== 'en' && askFor(lang)) await untilAborted(bringMs, signal)
  return wordsOf('en', en)
}

/** Has the banner run anew where another language than its own was chosen. */
export function speakInstead(present: Lang, wanted: Lang): void {
  if (wanted === present) own.askedFor = wanted
  else askFor(wanted)
}

/** Once for each language in a row: where its texts cannot be had, the banner stays as it is. */
function askFor(lang: Lang): boolean {
  if (own.askedFor === lang) return false
  own.askedFor = lang
  sendCommand({ kind: 'run-banner' })
  return true
}

function untilAborted(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })
}
