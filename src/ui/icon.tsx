import { icons, type IconName } from './icons.ts'

/** An icon in the colour of the text beside it, which names it: it is never read out. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      {icons[name].map((shape) =>
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
