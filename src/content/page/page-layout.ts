import type { Box } from '../placement/box.ts'
import { type DefaultPositions, defaultPositions, possibleCharts } from '../placement/default-position.ts'
import { type ProtectedElements, protectedElements, protectedRegions } from './protected-regions.ts'
import { isConnected } from './unshadowed.ts'

/** Between two readings, ms: the banner is drawn several times a second, and pages move less. */
const minAgeMs = 900
/** A search is old after this time (ms) even where the page shows no change: regions are named by classes too. */
const maxSearchAgeMs = 10_000
/** Each is followed by this many times as long without one: 2 % of the page's time at most, a quarter of a percent. */
const restFactor = { reading: 50, search: 400 }

/** Where regions and charts come and go, elements of these do. */
const tellingTags = ['input', 'button', 'canvas', 'iframe']

/** What of the page the banner heeds. */
interface PageLayout {
  /** Boxes that it must not cover. */
  readonly regions: readonly Box[]
  readonly start: DefaultPositions
}

/** What a search of the whole page found. */
interface Search {
  readonly elements: ProtectedElements
  readonly charts: readonly Element[]
  /** What the page looked like. */
  readonly mark: string
  readonly at: number
  readonly tookMs: number
}

/**
 * Returns a function that gives the layout of the page. The boxes are read again where they are old or the window has
 * another size; what they are of is searched for where the page has changed, which costs many times as much.
 *
 * @param clock time, ms
 */
export function createPageLayout(page: Document, clock = () => performance.now()): () => PageLayout {
  let search: Search | null = null
  let layout: PageLayout | null = null
  let readAt = 0
  let tookMs = 0
  let size = ''
  return () => {
    const now = clock()
    const sizeNow = `${innerWidth} ${innerHeight}`
    const restMs = Math.max(tookMs * restFactor.reading, sizeNow === size ? minAgeMs : 0)
    if (layout && now - readAt < restMs) return layout
    search = isCurrent(page, search, now) ? search : searchPage(page, clock)
    const begun = clock()
    layout = { regions: protectedRegions(search.elements), start: defaultPositions(search.charts) }
    readAt = clock()
    tookMs = readAt - begun
    size = sizeNow
    return layout
  }
}

function searchPage(page: Document, clock: () => number): Search {
  const begun = clock()
  const [elements, charts] = [protectedElements(page), possibleCharts(page)]
  const at = clock()
  return { elements, charts, mark: markOf(page), at, tookMs: at - begun }
}

function isCurrent(page: Document, search: Search | null, now: number): search is Search {
  if (!search) return false
  const age = now - search.at
  if (age < search.tookMs * restFactor.search) return true
  const { elements, charts, mark } = search
  const isWhole = [elements.regions, elements.navigation, charts].every((found) => found.every(isConnected))
  return isWhole && age < maxSearchAgeMs && mark === markOf(page)
}

/** Cheap to ask of any page, and another one after a navigation and where a part of the page or a dialog appears. */
function markOf(page: Document): string {
  const counts = tellingTags.map((tag) => page.getElementsByTagName(tag).length)
  const dialogs = [...page.getElementsByTagName('dialog')].filter((dialog) => dialog.hasAttribute('open'))
  return [page.URL, ...counts, dialogs.length].join(' ')
}
