import type { ComponentChildren } from 'preact'

interface Props {
  readonly name: string
  /** Id of the control that `name` labels; absent where the field holds several controls. */
  readonly controlId?: string
  /** A short explanation; its id is `controlId` + `-about`. */
  readonly about?: string
  readonly children: ComponentChildren
}

/** One row of a form: name on the left, controls on the right. */
export function FormField({ name, controlId, about, children }: Props) {
  const value = (
    <div class="value">
      {children}
      {about && <small id={controlId && `${controlId}-about`}>{about}</small>}
    </div>
  )
  if (controlId === undefined)
    return (
      <fieldset class="field">
        <legend>{name}</legend>
        {value}
      </fieldset>
    )
  return (
    <div class="field">
      <label for={controlId}>{name}</label>
      {value}
    </div>
  )
}
