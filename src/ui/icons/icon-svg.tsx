import type { IconShape } from './icons.ts'

/** Shapes on a 16 × 16 grid, in the colour of the surrounding text. */
export function IconSvg({ shapes }: { shapes: readonly IconShape[] }) {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      {shapes.map((shape) =>
        shape.line === undefined ? (
          <path key={shape.d} d={shape.d} fill="currentColor" fill-rule="evenodd" />
        ) : (
          <path
            key={shape.d}
            d={shape.d}
            fill="none"
            stroke="currentColor"
            stroke-width={shape.line}
            stroke-dasharray={shape.dash}
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        ),
      )}
    </svg>
  )
}
