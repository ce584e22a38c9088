import type { GripActions } from '../../ui/card/grip.tsx'

/** Step of one arrow key, px; with Shift four of them. */
const STEP = 16

/** How a drag reaches the banner. */
export interface Movable {
  /** Where it is, px from the window's top left. */
  where(): { readonly left: number; readonly top: number }
  /** Moves it while the trader holds it. */
  move(left: number, top: number): void
  /** The trader let go: this is its place from now on. */
  settle(): void
}

/** Turns a grip's pointer and keyboard events into moves. */
export function dragging(movable: Movable): GripActions {
  return {
    onPointerDown(event) {
      const grip = event.currentTarget
      if (!(grip instanceof Element) || event.button !== 0) return
      const { left, top } = movable.where()
      const [dx, dy] = [event.clientX - left, event.clientY - top]
      const held = new AbortController()
      grip.setPointerCapture(event.pointerId)
      const follow = (next: Event) => {
        if (next instanceof PointerEvent) movable.move(next.clientX - dx, next.clientY - dy)
      }
      const release = () => {
        held.abort()
        movable.settle()
      }
      grip.addEventListener('pointermove', follow, { signal: held.signal })
      grip.addEventListener('lostpointercapture', release, { signal: held.signal })
    },
    onKeyDown(event) {
      const steps: Record<string, readonly [number, number]> = {
        ArrowLeft: [-1, 0],
        ArrowRight: [1, 0],
        ArrowUp: [0, -1],
        ArrowDown: [0, 1],
      }
      const step = steps[event.key]
      if (!step) return
      event.preventDefault()
      const { left, top } = movable.where()
      const reach = STEP * (event.shiftKey ? 4 : 1)
      movable.move(left + step[0] * reach, top + step[1] * reach)
      movable.settle()
    },
  }
}
