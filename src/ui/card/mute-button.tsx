import { useRef, useState } from 'preact/hooks'
import { Icon } from '../icons/icon.tsx'
import { MuteMenu } from './mute-menu.tsx'
import type { Words } from '../words/words.ts'

interface Props {
  readonly title: string
  readonly market: boolean
  readonly words: Words
  readonly onMute: (length: number | null) => void
}

/** The button of a card that opens the mute menu above itself. */
export function MuteButton({ title, market, words, onMute }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
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
        {words.say('action.mute')}
        <Icon name="down" />
      </button>
      {open && <MuteMenu title={title} market={market} words={words} onChoose={onMute} onClose={close} />}
    </span>
  )
}
