import { textsFor, type Lang, type Say } from '../../shared/texts.ts'
import { formatFor, type Format } from './format.ts'

/** Texts and formatters of one language. */
export interface Words {
  readonly lang: Lang
  readonly say: Say
  readonly format: Format
}

/** The words of one language. Call it once per page: the formatters behind them are slow to create. */
export function wordsFor(lang: Lang): Words {
  const say = textsFor(lang)
  return { lang, say, format: formatFor(lang, say) }
}
