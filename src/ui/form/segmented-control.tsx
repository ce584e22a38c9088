import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** One value that can be chosen, with its label. */
export interface SegmentOption<T extends string> {
  readonly value: T
  readonly text: ComponentChildren
}

interface Props<T extends string> {
  readonly options: readonly SegmentOption<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** A choice of one among a few short options. Must be inside a fieldset, whose legend names it. */
export function SegmentedControl<T extends string>({ options, value, onChange }: Props<T>) {
  const name = useId()
  return (
    <span class="seg">
      {options.map((segment) => (
        <label key={segment.value}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.text}</span>
        </label>
      ))}
    </span>
  )
}
