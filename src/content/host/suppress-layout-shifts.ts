/** Elements and texts: everything of an element that is drawn. */
const drawnNodes = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT

/** Position of each node within an element, relative to its corner, whole px. */
function offsetsIn(element: HTMLElement): ReadonlyMap<Node, string> {
  const corner = element.getBoundingClientRect()
  const range = document.createRange()
  const offsets = new Map<Node, string>()
  const walker = document.createTreeWalker(element, drawnNodes)
  while (walker.nextNode()) {
    const node = walker.currentNode
    range.selectNode(node)
    const { left, top } = range.getBoundingClientRect()
    offsets.set(node, `${Math.round(left - corner.left)} ${Math.round(top - corner.top)}`)
  }
  return offsets
}

/**
 * Keeps movements within our element from counting as layout shifts of the page, which are a metric of the venue:
 * a figure that gains a digit pushes what follows it. Browsers compare the position of a box with its previous
 * one, so after a movement all boxes are recreated before the next frame. Focus, scroll positions and open details
 * stay.
 * Reference: https://github.com/WICG/layout-instability
 */
export function suppressLayoutShifts(element: HTMLElement, signal: AbortSignal): void {
  // Firefox does not measure layout shifts.
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return
  let before = offsetsIn(element)
  // Runs after a change and before it is drawn.
  const observer = new MutationObserver(() => {
    const now = offsetsIn(element)
    const hasMoved = [...now].some(([node, offset]) => (before.get(node) ?? offset) !== offset)
    before = now
    if (!hasMoved) return
    const { display } = element.style
    element.style.display = 'none'
    // Forces layout, in which the browser drops the boxes.
    element.getBoundingClientRect()
    element.style.display = display
  })
  observer.observe(element, { childList: true, characterData: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect())
}
