import { shadowRootOf } from '../page/shadow-root-of.ts'
import { closest, matches } from '../page/unshadowed.ts'

/** A point of the window, px from its top left. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Events after which another element may be uppermost, heard on the document while capturing: those of dialogs do
 * not bubble.
 */
export const topLayerEvents = ['fullscreenchange', 'toggle', 'close'] as const

/** Puts a popover above everything of the page: of what is in the browser's top layer, the latest is uppermost. */
export function raise(popover: HTMLElement): void {
  popover.hidePopover()
  popover.showPopover()
}

/**
 * Whether an element makes all others inert: a modal dialog or an element in fullscreen. Popovers outside of it can
 * be above it, but the pointer passes through them.
 */
export function isBlocking(element: Element): boolean {
  return document.contains(element) && matches(element, ':modal')
}

/** Whether an element is shown as a popover. */
export const isPopover = (element: Element) => matches(element, ':popover-open')

/** The blocking element at a point, also in the shadow trees of the page; null without. */
export function blockerAt({ x, y }: Point): Element | null {
  let tree: Document | ShadowRoot | null = document
  let blocker: Element | null = null
  while (tree) {
    const element: Element | null = tree.elementFromPoint(x, y)
    if (!element || !tree.contains(element)) break
    blocker = closest(element, ':modal') ?? blocker
    tree = shadowRootOf(element)
  }
  return blocker
}
