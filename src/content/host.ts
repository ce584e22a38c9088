import base from '../ui/base.css?inline'
import card from '../ui/card.css?inline'
import chip from '../ui/chip.css?inline'
import controls from '../ui/controls.css?inline'
import spark from '../ui/spark.css?inline'
import tokens from '../ui/tokens.css?inline'
import type { Lang } from '../shared/texts.ts'
import banner from './banner.css?inline'
import { restore } from './restore.ts'

const styles = [tokens, base, controls, spark, card, chip, banner].join('\n')

/**
 * Adds the banner's element to the page and returns the root to draw in. Its shadow is closed:
 * the page sees one element without attributes and nothing of what it shows.
 */
export function raiseHost(lang: Lang, signal: AbortSignal): HTMLElement {
  const host = document.createElement('market-note')
  const shadow = host.attachShadow({ mode: 'closed' })
  dress(shadow)
  const root = document.createElement('div')
  root.className = 'keiho'
  root.lang = lang
  shadow.append(root)
  // Keys pressed in the banner are not the page's shortcuts.
  for (const type of ['keydown', 'keypress', 'keyup'])
    root.addEventListener(type, (event) => event.stopPropagation())
  // On the root element, not the body: pages replace the latter's children wholesale.
  document.documentElement.append(host)
  restore(host, signal)
  signal.addEventListener('abort', () => host.remove())
  return root
}

/**
 * Adopted sheets are exempt from the page's content security policy. Firefox refuses the
 * assignment from a content script (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346);
 * there a style element does, since Firefox exempts what an extension inserts.
 */
function dress(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    shadow.adoptedStyleSheets = [sheet]
  } catch {
    const style = document.createElement('style')
    style.textContent = styles
    shadow.append(style)
  }
}
