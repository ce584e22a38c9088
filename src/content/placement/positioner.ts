import { clampTo, type Position } from './box.ts'
import { freePosition } from './free-position.ts'
import { createGripActions } from './grip-actions.ts'
import { tallestSpan } from './tallest-span.ts'
import { createPageLayout } from '../page/page-layout.ts'
import type { GripActions } from '../../ui/card/grip.tsx'

/**
 * Distance of a card from the edges of the window, px. Nearer to the left edge than this, a chip touches the edge.
 */
const marginPx = 12

/** Keeps the banner at its position on the page. */
export interface Positioner {
  readonly grip: GripActions
  /**
   * Moves the element, which must be rendered, to the free position nearest to the wanted one. Does nothing during
   * a drag.
   *
   * @returns whether it covers no protected region
   */
  place(open: boolean): boolean
}

/**
 * Positions an element on the page.
 *
 * @param element fixed element that contains chip or card
 * @param initial where the trader once moved it; null for the default position
 * @param onMoved called with the position chosen by the trader
 */
export function createPositioner(
  element: HTMLElement,
  initial: Position | null,
  onMoved: (position: Position) => void,
): Positioner {
  let wanted = initial
  let isDragging = false
  let isOpen = false
  let current: Position = { left: 0, top: 0 }
  const pageLayout = createPageLayout(document)
  const windowSize = () => ({ width: innerWidth, height: innerHeight })
  const size = () => ({ width: element.offsetWidth, height: element.offsetHeight })
  // By translation: browsers count a change of `left` as a layout shift of the page.
  const moveTo = ({ left, top }: Position) => {
    current = { left, top }
    element.style.translate = `${left}px ${top}px`
    element.classList.toggle('at-edge', left === 0)
  }
  const place = (open: boolean) => {
    isOpen = open
    if (isDragging) return true
    const layout = pageLayout()
    const { left, top } = wanted ?? layout.start[open ? 'card' : 'chip']
    const start = { left: left > marginPx ? left : open ? marginPx : 0, top }
    // A chip may touch an edge, a card keeps its distance.
    const { width, height } = windowSize()
    const frame = open ? { width: width - marginPx, height: height - marginPx } : { width, height }
    // A card that is taller scrolls inside.
    const span = tallestSpan(element.offsetWidth, layout.regions, frame)
    element.style.setProperty('--span', `${span}px`)
    const found = freePosition({ ...start, ...size() }, layout.regions, frame)
    moveTo(found)
    return found.free
  }
  const grip = createGripActions({
    position: () => current,
    move(left, top) {
      isDragging = true
      const box = clampTo({ left, top, ...size() }, windowSize())
      wanted = { left: box.left, top: box.top }
      moveTo(wanted)
    },
    release() {
      if (isDragging && wanted) onMoved(wanted)
      isDragging = false
      place(isOpen)
    },
  })
  return { grip, place }
}
