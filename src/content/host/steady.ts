/** Whatever of an element is drawn: elements and texts. */
const everything = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT

/** Where each thing within an element begins, against the element's own corner, whole px. */
function placesIn(element: HTMLElement): ReadonlyMap<Node, string> {
  const corner = element.getBoundingClientRect()
  const range = document.createRange()
  const places = new Map<Node, string>()
  const walk = document.createTreeWalker(element, everything)
  while (walk.nextNode()) {
    const node = walk.currentNode
    range.selectNode(node)
    const { left, top } = range.getBoundingClientRect()
    places.set(node, `${Math.round(left - corner.left)} ${Math.round(top - corner.top)}`)
  }
  return places
}

/**
 * Keeps what moves within an element of ours from counting as a layout shift of the page, which venues are measured
 * by: a figure that grows by a digit pushes what stands behind it. A browser compares boxes with where they last were;
 * so where something has moved, all are made anew before they are drawn. Focus, scrolling and what is unfolded stay.
 * Reference: https://github.com/WICG/layout-instability
 */
export function keepSteady(element: HTMLElement, signal: AbortSignal): void {
  // Firefox counts none.
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return
  let before = placesIn(element)
  // Between a change and its drawing.
  const observer = new MutationObserver(() => {
    const now = placesIn(element)
    const hasMoved = [...now].some(([node, place]) => (before.get(node) ?? place) !== place)
    before = now
    if (!hasMoved) return
    const { display } = element.style
    element.style.display = 'none'
    // Asked for its box, the browser lets go of those it had.
    element.getBoundingClientRect()
    element.style.display = display
  })
  observer.observe(element, { childList: true, characterData: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect())
}
