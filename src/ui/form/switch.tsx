interface Props {
  readonly id?: string
  readonly on: boolean
  /** Accessible name, where no visible label refers to `id`. */
  readonly label?: string
  /** Id of the element with the explanation. */
  readonly describedBy?: string
  /** While the browser asks for permission. */
  readonly isBusy?: boolean
  readonly onSwitch: (on: boolean) => void
}

/** An on/off setting that takes effect immediately. */
export function Switch({ id, on, label, describedBy, isBusy = false, onSwitch }: Props) {
  return (
    <input
      type="checkbox"
      role="switch"
      class="switch"
      id={id}
      checked={on}
      aria-label={label}
      aria-describedby={describedBy}
      aria-busy={isBusy}
      onChange={(event) => {
        const wanted = event.currentTarget.checked
        // Shows the stored state, not the click: after a refusal the switch has not moved.
        event.currentTarget.checked = on
        if (!isBusy) onSwitch(wanted)
      }}
    />
  )
}
