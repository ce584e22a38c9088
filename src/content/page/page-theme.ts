import { isConnected, parentOf } from './unshadowed.ts'

/** Backgrounds below this relative luminance are dark: at 0.18 white and black text have equal contrast. */
const darkBelow = 0.18

/** Ancestors of the middle whose background is asked for. */
const maxAncestors = 50

/** How long the element found in the middle of the window is asked, ms: to find one takes a layout of the page. */
const maxMiddleAgeMs = 10_000

/**
 * Returns a function that gives the theme of the page behind the banner, by the luminance of the first opaque
 * background.
 *
 * @param clock time, ms
 */
export function createPageTheme(page: Document, clock = () => performance.now()): () => 'light' | 'dark' {
  let middle: Element | null = null
  let foundAt = -Infinity
  const middleNow = () => {
    if (middle && isConnected(middle) && clock() - foundAt < maxMiddleAgeMs) return middle
    foundAt = clock()
    return (middle = page.elementFromPoint(innerWidth / 2, innerHeight / 2))
  }
  return () => themeBehind(page, middleNow)
}

function themeBehind(page: Document, middle: () => Element | null): 'light' | 'dark' {
  for (const element of backgroundElements(page, middle)) {
    const luminance = luminanceOf(getComputedStyle(element).backgroundColor)
    if (luminance !== null) return luminance < darkBelow ? 'dark' : 'light'
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Body and root, then the element in the middle of the window and its ancestors: some pages style only those. */
function* backgroundElements(page: Document, middle: () => Element | null): Iterable<Element> {
  if (page.body) yield page.body
  yield page.documentElement
  let element = middle()
  for (let i = 0; element && i < maxAncestors; element = parentOf(element), i++) yield element
}

/**
 * WCAG relative luminance (0 black, 1 white) of a computed `rgb()` colour; null if it is mostly transparent or in
 * another notation. Reference: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export function luminanceOf(colour: string): number | null {
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number)
  if (!parts || parts.length < 3 || (parts[3] ?? 1) < 0.5) return null
  const [r = 0, g = 0, b = 0] = parts
    .map((channel) => channel / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
