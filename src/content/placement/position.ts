import { within } from './box.ts'
import { dragging } from './drag.ts'
import { firstPlace } from './first-place.ts'
import { freePlace } from './free-place.ts'
import { takenRegions } from '../page/taken-regions.ts'
import type { GripActions } from '../../ui/card/grip.tsx'

/** Nearer to the window's edges than this, px, a card does not come; nearer to the left one a chip sits on it. */
const EDGE = 12

/** The banner's place on the page. */
export interface Position {
  readonly grip: GripActions
  /** Where the trader wants it; null leaves the choice to us. */
  want(place: { readonly left: number; readonly top: number } | null): void
  /**
   * Puts the element, drawn and measurable, at the free place nearest to the wanted one.
   * Returns whether it covers nothing there. Does nothing while the trader holds it.
   */
  put(open: boolean): boolean
}

/**
 * Keeps an element in its place.
 *
 * @param element the fixed element that holds chip or card
 * @param moved called with the place the trader chose
 */
export function positioned(
  element: HTMLElement,
  moved: (place: { readonly left: number; readonly top: number }) => void,
): Position {
  let wanted: { readonly left: number; readonly top: number } | null = null
  let held = false
  let isOpen = false
  const frame = () => ({ width: innerWidth, height: innerHeight })
  const size = () => ({ width: element.offsetWidth, height: element.offsetHeight })
  let at = { left: 0, top: 0 }
  // By translation: a browser counts a changed `left` of ours as a layout shift of the page.
  const set = (left: number, top: number) => {
    at = { left, top }
    element.style.translate = `${left}px ${top}px`
    element.classList.toggle('at-edge', left === 0)
  }
  const put = (open: boolean) => {
    isOpen = open
    if (held) return true
    const place = wanted ?? firstPlace(document)
    const left = place.left > EDGE ? place.left : open ? EDGE : 0
    // A chip may sit on an edge, a card keeps its distance.
    const { width, height } = frame()
    const inner = open ? { width: width - EDGE, height: height - EDGE } : { width, height }
    const free = freePlace({ left, top: place.top, ...size() }, takenRegions(document), inner)
    set(free.left, free.top)
    return free.free
  }
  const grip = dragging({
    where: () => at,
    move(left, top) {
      held = true
      const box = within({ left, top, ...size() }, frame())
      wanted = { left: box.left, top: box.top }
      set(box.left, box.top)
    },
    settle() {
      if (held && wanted) moved(wanted)
      held = false
      put(isOpen)
    },
  })
  return {
    grip,
    want(place) {
      wanted = place
    },
    put,
  }
}
