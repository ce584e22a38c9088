import { useLayoutEffect, useRef } from 'preact/hooks'

/** One choice of a menu. */
export interface MenuItem<T> {
  readonly value: T
  readonly text: string
}

interface Props<T> {
  /** Accessible name. */
  readonly title: string
  readonly items: readonly MenuItem<T>[]
  readonly onChoose: (value: T) => void
  /** Escape or Tab was pressed: hide the menu and move the focus back to where it came from. */
  readonly onClose: () => void
}

/** A menu (ARIA menu pattern). It takes the focus when it appears; arrow keys, Home and End move it. */
export function Menu<T>({ title, items, onChoose, onClose }: Props<T>) {
  const menu = useRef<HTMLDivElement>(null)
  const buttons = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  useLayoutEffect(() => buttons()[0]?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons()
    const at = all.findIndex((button) => button === event.target)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const edge = { Home: 0, End: -1 }[event.key]
    if (step !== undefined) all.at((at + step) % all.length)?.focus()
    else if (edge !== undefined) all.at(edge)?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    if (event.key !== 'Tab') event.preventDefault()
    // The popup's own keys must not act as well.
    event.stopPropagation()
  }
  return (
    <div class="menu" role="menu" aria-label={title} ref={menu} onKeyDown={onKeyDown}>
      {items.map(({ value, text }) => (
        <button key={text} type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(value)}>
          {text}
        </button>
      ))}
    </div>
  )
}
