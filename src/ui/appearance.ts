import type { Settings } from '../shared/settings/settings.ts'
import type { Lang } from '../shared/texts.ts'

/** How a page looks and speaks, with every "follows the language" decided. */
export interface Appearance {
  readonly lang: Lang
  readonly theme: Settings['theme']
  readonly direction: 'japan' | 'western'
  readonly currency: 'JPY' | 'USD'
}

/**
 * Decides what the trader left open. Japanese boards write rises red and prices in yen, western
 * ones green and dollars.
 *
 * @param browserLang the language of the browser's own interface
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
