import { Switch } from '../../ui/form/switch.tsx'
import { FormField } from './form-field.tsx'

interface Props {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
}

/** A form field with a single switch. */
export function ToggleField({ id, name, about, on, onSwitch }: Props) {
  return (
    <FormField name={name} controlId={id} about={about}>
      <Switch id={id} on={on} describedBy={`${id}-about`} onSwitch={onSwitch} />
    </FormField>
  )
}
