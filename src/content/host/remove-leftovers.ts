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

/**
 * The same where no banner is to be shown yet, in Firefox alone: elsewhere a script goes on after an update and removes
 * its banner itself, and the search asks every element of the page, which was a quarter of what we took of its load.
 */
export function removeEndedLeftovers(): void {
  if ('openOrClosedShadowRoot' in document.documentElement) removeLeftovers()
}
