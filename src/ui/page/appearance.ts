import type { Settings } from '../../shared/settings/settings.ts'
import type { Lang } from '../../shared/languages.ts'

/** Language and appearance of a page, every setting resolved. */
export interface Appearance {
  readonly lang: Lang
  readonly theme: Settings['theme']
  readonly direction: 'japan' | 'western'
  readonly currency: 'JPY' | 'USD'
}

/**
 * Resolves the settings that follow the language. Rises are red where the exchanges of its readers have them so: in
 * Japanese and in Korean; else green. Prices are in yen in Japanese, else in dollars.
 *
 * @param browserLang language of the browser's interface
 */
export function appearanceOf(
  settings: Pick<Settings, 'language' | 'theme' | 'direction' | 'currency'>,
  browserLang: Lang,
): Appearance {
  const lang = settings.language ?? browserLang
  return {
    lang,
    theme: settings.theme,
    direction: settings.direction ?? (lang === 'ja' || lang === 'ko' ? 'japan' : 'western'),
    currency: settings.currency ?? (lang === 'ja' ? 'JPY' : 'USD'),
  }
}
