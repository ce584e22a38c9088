import { popupWords, type PopupWords } from '../../../../src/popup/words.ts'
import { type Lang, langs } from '../../../../src/shared/languages.ts'
import { isNumber } from '../../../../src/shared/storage/guards.ts'
import type { Words } from '../../../../src/ui/words/words.ts'
import { browser } from '../../../../src/shared/web-extension.ts'
import { wordsIn } from '../../../examples/words-in.ts'
import { wallNow } from '../../../examples/made-up.ts'
import { expectThat } from '../../checks/broken.ts'
import { nonFiniteIn } from '../../checks/non-finite.ts'
import { mutateJson } from '../../input/mutate-json.ts'
import type { Target } from '../../target.ts'
import { bannerTexts } from './banner-texts.ts'
import { alertTexts, popupTexts } from './popup-texts.ts'
import { readAll, type ReadValues } from './read-all.ts'
import { samples, storedAsText } from './samples.ts'

const words = Object.fromEntries(langs.map((lang) => [lang, wordsIn(lang)])) as Record<Lang, Words>
const popup = Object.fromEntries(
  await Promise.all(langs.map(async (lang) => [lang, await popupWords(lang)])),
) as Record<Lang, PopupWords>
/** No wait outlives it: an exchange that was read as refusing for longer is never asked again. */
const maxWaitMs = 4 * 86_400_000

interface Input {
  /** Every stored value, one of them damaged. */
  readonly values: Readonly<Record<string, unknown>>
  readonly lang: Lang
}

interface Shown {
  readonly read: ReadValues
  readonly texts: readonly unknown[]
}

/** What is stored in `storage.local`, damaged: its guards, and all that is shown and decided by what they let through. */
export const stored: Target<Input> = {
  name: 'stored',
  sessionLength: 1,
  perTurn: 20,
  open: () => ({
    generate(chance) {
      const key = chance.of(Object.keys(samples))
      const damaged = { ...samples, [key]: mutateJson(samples[key], chance) }
      return { values: damaged, lang: chance.of(langs) }
    },
    async run({ values, lang }): Promise<Shown> {
      const entries = Object.entries(values).map(([key, value]) => [
        key,
        storedAsText.includes(key) ? JSON.stringify(value) : value,
      ])
      await browser.storage.local.set(Object.fromEntries(entries) as Record<string, unknown>)
      const read = await readAll()
      const texts = [...bannerTexts(read, words[lang]), ...popupTexts(read, popup[lang]), ...alertTexts(read)]
      return { read, texts }
    },
    check(result) {
      const { read, texts } = result as Shown
      const odd = nonFiniteIn(read) ?? nonFiniteIn(texts)
      expectThat(odd === null, `what is stored leads to ${odd}`)
      const { refusal } = read
      const isBounded = !refusal || (isNumber(refusal.retryAt) && refusal.retryAt < wallNow + maxWaitMs)
      expectThat(isBounded, 'a refusal that never ends')
    },
  }),
}
