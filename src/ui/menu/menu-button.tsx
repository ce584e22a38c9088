import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Menu, type MenuItem } from './menu.tsx'

interface Props<T> {
  /** Accessible name of the menu. */
  readonly title: string
  readonly items: readonly MenuItem<T>[]
  readonly onChoose: (value: T) => void
  /** Content of the button. */
  readonly children: ComponentChildren
}

/** A button that opens a menu. A choice, Escape, Tab and a press elsewhere close it. */
export function MenuButton<T>({ title, items, onChoose, children }: Props<T>) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  // Pressed elsewhere, the focus has moved already and stays there.
  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget)
    if (!isInside) setOpen(false)
  }
  return (
    <span class="menu-anchor" onFocusOut={onFocusOut}>
      <button
        type="button"
        class="btn"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <Menu
          {...{ title, items }}
          onClose={close}
          onChoose={(value) => {
            close()
            onChoose(value)
          }}
        />
      )}
    </span>
  )
}
