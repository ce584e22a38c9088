import { ancestorsOf, type Line } from './line.ts'

const isScrolling = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
const isCutting = (overflow: string) => overflow === 'hidden' || overflow === 'clip'

/** Why a line is unreadable: cut off, out of any scrollable area, beyond its box; null where it is readable. */
export function lossOf(line: Line): 'cut' | 'outside' | 'spills' | null {
  return cutOrOutside(line) ?? (spills(line) ? 'spills' : null)
}

function cutOrOutside({ element, box }: Line): 'cut' | 'outside' | null {
  // Only tables may require horizontal scrolling.
  const isCell = element.closest('table') !== null
  const scrolls = { x: false, y: false }
  for (const { box: frame, x, y } of framesOf(element)) {
    const isWide = box.left < frame.left - 1 || box.right > frame.right + 1
    // A line's box is taller than its letters.
    const isTall = box.top < frame.top - 3 || box.bottom > frame.bottom + 3
    scrolls.x ||= isCell && isScrolling(x)
    if ((isWide && !scrolls.x && x !== 'visible') || (isTall && !scrolls.y && isCutting(y))) return 'cut'
    scrolls.y ||= isScrolling(y)
  }
  if (!scrolls.x && (box.left < -1 || box.right > innerWidth + 1)) return 'outside'
  if (scrolls.y || pageScrollsTo(element)) return null
  return box.top < -1 || box.bottom > innerHeight + 1 ? 'outside' : null
}

/** The ancestors that clip or scroll their content, inner first, without the page itself. */
function framesOf(element: Element): { readonly box: DOMRect; readonly x: string; readonly y: string }[] {
  return ancestorsOf(element)
    .filter((each) => each !== document.body && each !== document.documentElement)
    .map((each) => ({ each, style: getComputedStyle(each) }))
    .filter(({ style }) => style.display !== 'inline')
    .map(({ each, style: { overflowX: x, overflowY: y, clipPath } }) => ({
      box: each.getBoundingClientRect(),
      x,
      // A clip path may let content through sideways; above and below it clips like any box.
      y: clipPath === 'none' ? y : 'clip',
    }))
    .filter(({ x, y }) => x !== 'visible' || y !== 'visible')
}

/** Whether scrolling the page can bring an element into view. */
function pageScrollsTo(element: Element): boolean {
  if (ancestorsOf(element).some((each) => getComputedStyle(each).position === 'fixed')) return false
  const { overflowY } = getComputedStyle(document.documentElement)
  // The viewport uses the body's overflow where the root has none.
  return !isCutting(overflowY === 'visible' ? getComputedStyle(document.body).overflowY : overflowY)
}

/** Whether a line is wider than its box, though nothing clips it. */
function spills({ element, box }: Line): boolean {
  const own = ancestorsOf(element).find((each) => getComputedStyle(each).display !== 'inline')
  if (!own || own instanceof SVGElement) return false
  const around = own.getBoundingClientRect()
  return box.right > around.right + 1 || box.left < around.left - 1
}
