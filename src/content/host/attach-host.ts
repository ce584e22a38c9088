import base from '../../ui/base.css?inline'
import card from '../../ui/card/card.css?inline'
import chip from '../../ui/card/chip.css?inline'
import controls from '../../ui/form/controls.css?inline'
import official from '../../ui/official/official.css?inline'
import spark from '../../ui/card/spark.css?inline'
import tokens from '../../ui/tokens.css?inline'
import type { Appearance } from '../../ui/page/appearance.ts'
import banner from '../banner/banner.css?inline'
import pause from '../pause/pause.css?inline'
import { guardHost, type HostGuard } from './guard-host.ts'
import { rootClass } from './remove-leftovers.ts'

const styles = [tokens, base, controls, spark, card, chip, official, banner, pause].join('\n')

/**
 * Keys pressed in the banner must not trigger shortcuts of the page, and presses on it must not count as those
 * beside a dialog, which close it.
 */
const inputEvents = [
  ...['keydown', 'keypress', 'keyup'],
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend', 'click'],
]

/** The element of the banner on the page. */
export interface BannerHost extends HostGuard {
  /** Element inside the shadow root to draw in. */
  readonly root: HTMLElement
}

/**
 * Adds the element of the banner to the page. Its shadow root is closed: the page sees a plain element without
 * attributes and no content. A name of our own would have to be defined by the page, which would get the root.
 *
 * What is drawn is a popover, above charts in fullscreen and dialogs of the page. It is inside the shadow root, so
 * that the page can neither hide it nor style its backdrop.
 *
 * @param onHidden called once if the page keeps removing or hiding it
 */
export function attachHost(
  { lang, direction }: Appearance,
  signal: AbortSignal,
  onHidden: () => void,
): BannerHost {
  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'closed' })
  const root = document.createElement('div')
  root.className = rootClass
  root.lang = lang
  root.dir = 'ltr'
  root.popover = 'manual'
  root.dataset['market'] = direction
  shadow.append(root)
  for (const type of inputEvents) {
    // Before every control: nobody answers for the trader, neither the page nor another extension.
    shadow.addEventListener(type, stopUntrusted, { capture: true })
    root.addEventListener(type, (event) => event.stopPropagation())
  }
  const onAttached = () => applyStyles(shadow)
  const { checkCovered, isHidden } = guardHost(host, root, signal, { onAttached, onHidden })
  signal.addEventListener('abort', () => host.remove())
  return { root, checkCovered, isHidden }
}

function stopUntrusted(event: Event): void {
  if (event.isTrusted) return
  event.preventDefault()
  event.stopImmediatePropagation()
}

/**
 * Adds the style sheets where they are missing: a shadow root that was in another document has lost them.
 *
 * Adopted style sheets are exempt from the page's content security policy. Firefox rejects the assignment in a
 * content script (https://bugzilla.mozilla.org/show_bug.cgi?id=1751346); there a style element works, since
 * Firefox exempts elements inserted by an extension.
 */
function applyStyles(shadow: ShadowRoot): void {
  if (shadow.adoptedStyleSheets.length > 0 || shadow.querySelector(':scope > style')) return
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
