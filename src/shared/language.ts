import browser from 'webextension-polyfill'
import { langOf, type Lang } from './texts.ts'

/** The language of the browser's own interface, as far as Keiho speaks it. */
export function language(): Lang {
  return langOf(browser.i18n.getUILanguage())
}
