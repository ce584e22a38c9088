import { type DefaultPositions, defaultPositions } from '../placement/default-position.ts'
import type { Box } from '../placement/box.ts'
import { protectedRegions } from './protected-regions.ts'

/** Between two readings, ms: the banner is drawn several times a second, and pages move less. */
const minAgeMs = 900
/** A reading is followed by this many times as long without one: no page makes it cost more than 2 % of its time. */
const restFactor = 50

/** What of the page the banner heeds. */
interface PageLayout {
  /** Boxes that it must not cover. */
  readonly regions: readonly Box[]
  readonly start: DefaultPositions
}

/**
 * Returns a function that gives the layout of the page, read again where it is old or the window has another size.
 *
 * @param clock time, ms
 */
export function createPageLayout(page: Document, clock = () => performance.now()): () => PageLayout {
  let layout: PageLayout | null = null
  let readAt = 0
  let tookMs = 0
  let size = ''
  return () => {
    const now = clock()
    const sizeNow = `${innerWidth} ${innerHeight}`
    const restMs = Math.max(tookMs * restFactor, sizeNow === size ? minAgeMs : 0)
    if (layout && now - readAt < restMs) return layout
    layout = { regions: protectedRegions(page), start: defaultPositions(page) }
    readAt = clock()
    tookMs = readAt - now
    size = sizeNow
    return layout
  }
}
