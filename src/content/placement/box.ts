/** A rectangle, px from the top left of the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Top left corner, px from the top left of the window. */
export type Position = Pick<Box, 'left' | 'top'>

/** Width and height in px. */
export type Size = Pick<Box, 'width' | 'height'>

/** Area of a box, px². */
export function area({ width, height }: Box): number {
  return width * height
}

/** Area that two boxes share, px². */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

/** Moves a box into a window of a size, as far as it fits. */
export function clampTo(box: Box, frame: Size): Box {
  return {
    ...box,
    left: Math.max(0, Math.min(box.left, frame.width - box.width)),
    top: Math.max(0, Math.min(box.top, frame.height - box.height)),
  }
}
