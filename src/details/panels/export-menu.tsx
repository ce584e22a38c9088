import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import type { DetailsWords } from '../words.ts'

const kinds = ['json', 'csv', 'png'] as const
export type ExportKind = (typeof kinds)[number]

interface Props {
  readonly title: string
  readonly words: DetailsWords
  readonly onExport: (kind: ExportKind) => void
}

/** The button that opens the list of export formats. */
export function ExportMenu({ title, words: { say }, onExport }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  useLayoutEffect(() => {
    if (open) items()[0]?.focus()
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const at = all.findIndex((item) => item === event.target)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const edge = { Home: 0, End: -1 }[event.key]
    if (step !== undefined) all.at((at + step) % all.length)?.focus()
    else if (edge !== undefined) all.at(edge)?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }
  // A press anywhere else is a "no"; the focus has gone there already.
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node) || !menu.current?.contains(relatedTarget)) setOpen(false)
  }
  return (
    <span class="menu-anchor">
      <button
        type="button"
        class="btn"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <PageIcon name="export" />
        {say('export')}
        <PageIcon name="down" />
      </button>
      {open && (
        <div class="menu" role="menu" aria-label={title} ref={menu} onKeyDown={onKeyDown} onFocusOut={onBlur}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close()
                onExport(kind)
              }}
            >
              {say(`export.${kind}`)}
            </button>
          ))}
        </div>
      )}
    </span>
  )
}
