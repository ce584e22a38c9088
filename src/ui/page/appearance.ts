import type { Settings } from '../../shared/settings/settings.ts'
import type { Lang } from '../../shared/texts.ts'

/** Language and appearance of a page, every setting resolved. */
export interface Appearance {
  readonly lang: Lang
  readonly theme: Settings['theme']
  readonly direction: 'japan' | 'western'
  readonly currency: 'JPY' | 'USD'
}

/**
 * Resolves the settings that follow the language: in Japanese rises are red and prices in yen, else green and
 * dollars.
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
    direction: settings.direction ?? (lang === 'ja' ? 'japan' : 'western'),
    currency: settings.currency ?? (lang === 'ja' ? 'JPY' : 'USD'),
  }
}
