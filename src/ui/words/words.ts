import { textsFor, type Lang, type Say } from '../../shared/texts.ts'
import { formatFor, type Format } from './format.ts'

/** Everything a component needs to speak one language. */
export interface Words {
  readonly lang: Lang
  readonly say: Say
  readonly format: Format
}

/** The words of one language. Build once per page: the formatters behind it are costly to make. */
export function wordsFor(lang: Lang): Words {
  const say = textsFor(lang)
  return { lang, say, format: formatFor(lang, say) }
}
