import type { ComponentChildren } from 'preact'

interface Props {
  readonly name: string
  /** Id of the one control the name belongs to; absent: the field is a set of controls. */
  readonly of?: string
  /** A short explanation beside the control; its id is `of` + `-about`. */
  readonly about?: string
  readonly children: ComponentChildren
}

/** One row of a form: what it is about on the left, its controls on the right. */
export function Field({ name, of, about, children }: Props) {
  const value = (
    <div class="value">
      {children}
      {about && <small id={of && `${of}-about`}>{about}</small>}
    </div>
  )
  if (of === undefined)
    return (
      <fieldset class="field">
        <legend>{name}</legend>
        {value}
      </fieldset>
    )
  return (
    <div class="field">
      <label for={of}>{name}</label>
      {value}
    </div>
  )
}
