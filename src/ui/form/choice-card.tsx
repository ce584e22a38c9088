import type { ComponentChildren } from 'preact'

interface Props {
  /** Radio: one of the cards that share `name`; checkbox: any number of them. */
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly title: string
  readonly checked: boolean
  readonly onChoose: (checked: boolean) => void
  /** Small lines under the title. */
  readonly children?: ComponentChildren
}

/** A choice with room to say what it means. */
export function ChoiceCard({ type, name, title, checked, onChoose, children }: Props) {
  return (
    <label class="choice">
      <input
        type={type}
        name={name}
        checked={checked}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <b>{title}</b>
      {children}
    </label>
  )
}
