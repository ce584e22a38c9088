interface Props {
  readonly id?: string
  readonly on: boolean
  /** What it switches, where no visible label is tied to `id`. */
  readonly label?: string
  /** Id of the text that explains it. */
  readonly about?: string
  /** While the browser is asked: neither on nor off yet. */
  readonly waiting?: boolean
  readonly onSwitch: (on: boolean) => void
}

/** One thing that is on or off, at once. */
export function Switch({ id, on, label, about, waiting = false, onSwitch }: Props) {
  return (
    <input
      type="checkbox"
      role="switch"
      class="switch"
      id={id}
      checked={on}
      aria-label={label}
      aria-describedby={about}
      aria-busy={waiting}
      onChange={(event) => {
        const wanted = event.currentTarget.checked
        // The page draws what is, not what was clicked: a refusal leaves no trace.
        event.currentTarget.checked = on
        if (!waiting) onSwitch(wanted)
      }}
    />
  )
}
