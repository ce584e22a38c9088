import { browser } from '../../shared/web-extension.ts'

type Find = (element: Element) => ShadowRoot | null

/** What only content scripts may do; missing in the types of the package. Firefox has a property instead. */
const { dom } = browser as unknown as { readonly dom?: { readonly openOrClosedShadowRoot: Find } }

/** The shadow root of an element of the page, also a closed one; null without. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null
  if (dom) return dom.openOrClosedShadowRoot(element)
  return (element as { readonly openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null
}
