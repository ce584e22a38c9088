import type { ComponentChildren } from 'preact'

interface Props {
  /** Radio: one of the cards that share `name`; checkbox: any number of them. */
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly title: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Explanations below the title. */
  readonly children?: ComponentChildren
}

/** A choice with room for an explanation. */
export function ChoiceCard({ type, name, title, checked, onChange, children }: Props) {
  return (
    <label class="choice">
      <input
        type={type}
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <b>{title}</b>
      {children}
    </label>
  )
}
