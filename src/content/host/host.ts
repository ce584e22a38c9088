import base from '../../ui/base.css?inline'
import card from '../../ui/card/card.css?inline'
import chip from '../../ui/card/chip.css?inline'
import controls from '../../ui/form/controls.css?inline'
import official from '../../ui/official/official.css?inline'
import spark from '../../ui/card/spark.css?inline'
import tokens from '../../ui/tokens.css?inline'
import type { Appearance } from '../../ui/page/appearance.ts'
import banner from '../banner.css?inline'
import pause from '../pause/pause.css?inline'
import { restore, type Restoring } from './restore.ts'

const styles = [tokens, base, controls, spark, card, chip, official, banner, pause].join('\n')

/** The banner's element on the page. */
export interface Host extends Restoring {
  /** What to draw in. */
  readonly root: HTMLElement
}

/**
 * Adds the banner's element to the page. Its shadow is closed: the page sees one element without attributes
 * and nothing of what it shows.
 *
 * @param onYield called once when the page will not have it
 */
export function raiseHost({ lang, direction }: Appearance, signal: AbortSignal, onYield: () => void): Host {
  const host = document.createElement('market-note')
  const shadow = host.attachShadow({ mode: 'closed' })
  dress(shadow)
  const root = document.createElement('div')
  root.className = 'keiho'
  root.lang = lang
  root.dataset['market'] = direction
  shadow.append(root)
  // Keys pressed in the banner are not the page's shortcuts.
  for (const type of ['keydown', 'keypress', 'keyup'])
    root.addEventListener(type, (event) => event.stopPropagation())
  // On the root element, not the body: pages replace the latter's children wholesale.
  document.documentElement.append(host)
  const { look } = restore(host, signal, onYield)
  signal.addEventListener('abort', () => host.remove())
  return { root, look }
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
