import { shadowRootOf } from '../page/shadow-root-of.ts'

/** Class of the element in the shadow root that everything is drawn in. */
export const rootClass = 'keiho'

/**
 * Removes banners whose script is gone: when the extension is updated, Firefox ends the scripts of open pages
 * without notice, and what they added stays.
 */
export function removeLeftovers(): void {
  for (const element of document.querySelectorAll<HTMLElement>('html > div, :modal > div'))
    if (shadowRootOf(element)?.querySelector(`.${rootClass}`)) element.remove()
}
