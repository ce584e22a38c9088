import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** One value that can be chosen, with its words. */
export interface Segment<T extends string> {
  readonly value: T
  readonly text: ComponentChildren
}

interface Props<T extends string> {
  readonly segments: readonly Segment<T>[]
  readonly value: T
  readonly onChoose: (value: T) => void
}

/** One of a few short choices side by side. Stands in a fieldset, whose legend names the choice. */
export function Segments<T extends string>({ segments, value, onChoose }: Props<T>) {
  const name = useId()
  return (
    <span class="seg">
      {segments.map((segment) => (
        <label key={segment.value}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChoose(segment.value)}
          />
          <span>{segment.text}</span>
        </label>
      ))}
    </span>
  )
}
