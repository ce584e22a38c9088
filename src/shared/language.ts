import { browser } from './web-extension.ts'
import { langOf, type Lang } from './languages.ts'

/** Language of the browser's interface, as far as Keiho supports it. */
export function language(): Lang {
  return langOf(browser.i18n.getUILanguage())
}
