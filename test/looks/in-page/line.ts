/** A line of text and its position (CSS px of the window). */
export interface Line {
  readonly element: Element
  readonly text: string
  readonly box: DOMRect
}

/** All visible lines of text below a root. */
export function linesOf(root: Element): Line[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const lines: Line[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = (node.textContent ?? '').trim()
    if (!element || text === '' || element.closest('script, style, option') || !isSeen(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ element, text, box })
  }
  return lines
}

/** Whether an element is visible: text for screen readers is clipped away. */
export function isSeen(element: Element): boolean {
  const asked = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }
  if (!element.checkVisibility(asked)) return false
  return !ancestorsOf(element).some((each) => getComputedStyle(each).clipPath === 'inset(50%)')
}

/** An element and its ancestors, inner first, through shadow roots. */
export function ancestorsOf(element: Element): Element[] {
  const all: Element[] = []
  for (let each: Element | null = element; each; each = each.parentElement ?? hostOf(each)) all.push(each)
  return all
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
