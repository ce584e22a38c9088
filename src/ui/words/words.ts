import type { Lang } from '../../shared/languages.ts'
import { speaking, type Say, type Texts } from '../../shared/texts.ts'
import { formatFor, type Format } from './format.ts'

/** Texts and formatters of one language. */
export interface Words {
  readonly lang: Lang
  readonly say: Say
  readonly format: Format
}

/** The words of one language, of its texts. Call it once per page: the formatters behind them are slow to create. */
export function wordsOf(lang: Lang, texts: Texts): Words {
  const say = speaking(lang, texts)
  return { lang, say, format: formatFor(lang, say) }
}
