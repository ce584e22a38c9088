import type { StateMark } from '../../shared/mark.ts'

/** State of the mark; `app` is the product's logo. */
export type MarkState = StateMark | 'app'

interface MarkShape {
  readonly tile: string | null
  readonly ink: string
  readonly line: string
  /** y of the centre and radius of the triangle's dot. */
  readonly dot: readonly [number, number] | null
}

// A price line whose spike is a warning triangle that grows with the tier. Danger is in an octagon;
// offline breaks the line. The same shapes as the toolbar icons in public/icons.
const markShapes: Readonly<Record<MarkState, MarkShape>> = {
  app: { tile: '#1c2531', ink: '#f2f5f8', line: 'M2.1 11.9h2.3L8 4.1l3.6 7.8h2.3', dot: [10.5, 1.1] },
  calm: { tile: '#1c2531', ink: '#dfe5ec', line: 'M2 11.2h3.3L8 8l2.7 3.2H14', dot: null },
  notice: { tile: '#1c2531', ink: '#f5c518', line: 'M2 11.8h2.7L8 5.7l3.3 6.1H14', dot: [10.9, 0.95] },
  warning: { tile: '#ff9440', ink: '#241000', line: 'M2 12.2h2.2L8 4.1l3.8 8.1H14', dot: [10.7, 1.2] },
  danger: { tile: '#a3179a', ink: '#ffffff', line: 'M1.8 12.6h2L8 2.9l4.2 9.7h2', dot: [10.8, 1.35] },
  offline: {
    tile: null,
    ink: '#7d8793',
    line: 'M2.6 11.3h2.6M10.8 11.3h2.6M6.6 9.6 9.4 6.8M9.4 9.6 6.6 6.8',
    dot: null,
  },
}

/** The product's mark in its present state. The product name next to it is its text. */
export function Mark({ state }: { state: MarkState }) {
  const { tile, ink, line, dot } = markShapes[state]
  return (
    <svg class="mark" width="20" height="20" viewBox="0 0 16 16" aria-hidden="true">
      <Tile state={state} fill={tile} ink={ink} />
      <path
        d={line}
        fill="none"
        stroke={ink}
        stroke-width="1.7"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      {dot && <circle cx="8" cy={dot[0]} r={dot[1]} fill={ink} />}
    </svg>
  )
}

function Tile({ state, fill, ink }: { state: MarkState; fill: string | null; ink: string }) {
  if (fill === null)
    return (
      <rect
        x=".8"
        y=".8"
        width="14.4"
        height="14.4"
        rx="3"
        fill="none"
        stroke={ink}
        stroke-width="1.4"
        stroke-dasharray="2.6 1.9"
      />
    )
  if (state === 'danger') return <path fill={fill} d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z" />
  return <rect width="16" height="16" rx="3.6" fill={fill} />
}
