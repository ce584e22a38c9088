import { browser } from '../../shared/web-extension.ts'

/** What only content scripts may do; missing in the types of the package. */
interface WithDom {
  readonly dom?: { readonly openOrClosedShadowRoot: (element: Element) => ShadowRoot | null }
}

/** Firefox has a property instead. */
interface WithProperty {
  readonly openOrClosedShadowRoot?: ShadowRoot | null
}

/** The shadow root of an element of the page, also a closed one; null without. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null
  // Asked here: browsers make each part of their interface when it is first touched.
  const { dom } = browser as WithDom
  if (dom) return dom.openOrClosedShadowRoot(element)
  return (element as WithProperty).openOrClosedShadowRoot ?? null
}
