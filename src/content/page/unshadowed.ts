import type { Box } from '../placement/box.ts'

// What is asked of elements of the page. The fields of a form are its properties, in the world of content scripts
// too: where one is named `closest`, `form.closest` is that field. The prototypes of this world are ours alone.

/** `element.parentElement`. */
export const parentOf = (element: Element) =>
  Reflect.get(Node.prototype, 'parentElement', element) as Element | null

/** `element.isConnected`. */
export const isConnected = (element: Element) => Boolean(Reflect.get(Node.prototype, 'isConnected', element))

/** `element.matches`. */
export const matches = (element: Element, selector: string) =>
  Element.prototype.matches.call(element, selector)

/** `element.closest`. */
export const closest = (element: Element, selector: string) =>
  Element.prototype.closest.call(element, selector)

/** `element.getBoundingClientRect`. */
export function boxOf(element: Element): Box {
  const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(element)
  return { left, top, width, height }
}

/** `place.append`. */
export const appendTo = (place: Element, child: Element) => Element.prototype.append.call(place, child)
