import type { GripActions } from '../../ui/card/grip.tsx'
import type { Position } from './box.ts'

/** Distance moved by an arrow key, px; four times as much with Shift. */
const keyStepPx = 16

/** What is dragged. */
export interface DragTarget {
  position(): Position
  /** Moves it during a drag. */
  move(left: number, top: number): void
  /** The trader let go: the position is final. */
  release(): void
}

/** Handlers that turn pointer and keyboard events of a grip into moves. */
export function createGripActions(target: DragTarget): GripActions {
  return {
    onPointerDown(event) {
      const grip = event.currentTarget
      if (!(grip instanceof Element) || event.button !== 0) return
      const { left, top } = target.position()
      const [dx, dy] = [event.clientX - left, event.clientY - top]
      const drag = new AbortController()
      grip.setPointerCapture(event.pointerId)
      const onMove = (next: Event) => {
        if (next instanceof PointerEvent) target.move(next.clientX - dx, next.clientY - dy)
      }
      const onRelease = () => {
        drag.abort()
        target.release()
      }
      grip.addEventListener('pointermove', onMove, { signal: drag.signal })
      grip.addEventListener('lostpointercapture', onRelease, { signal: drag.signal })
    },
    onKeyDown(event) {
      const directions: Record<string, readonly [number, number]> = {
        ArrowLeft: [-1, 0],
        ArrowRight: [1, 0],
        ArrowUp: [0, -1],
        ArrowDown: [0, 1],
      }
      const direction = directions[event.key]
      if (!direction) return
      event.preventDefault()
      const { left, top } = target.position()
      const distance = keyStepPx * (event.shiftKey ? 4 : 1)
      target.move(left + direction[0] * distance, top + direction[1] * distance)
      target.release()
    },
  }
}
