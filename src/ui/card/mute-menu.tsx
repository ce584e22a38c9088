import { useLayoutEffect, useRef } from 'preact/hooks'
import type { TextKey } from '../../shared/texts.ts'
import type { Words } from '../words/words.ts'

const MINUTE = 60_000

interface Choice {
  readonly text: TextKey
  /** How long, ms; null until unmuted. */
  readonly length: number | null
}

const choicesFor = (market: boolean): readonly Choice[] => [
  { text: 'mute.quarter', length: 15 * MINUTE },
  { text: 'mute.hour', length: 60 * MINUTE },
  { text: 'mute.day', length: 24 * 60 * MINUTE },
  { text: market ? 'mute.market' : 'mute.pair', length: null },
]

interface Props {
  readonly title: string
  readonly market: boolean
  readonly words: Words
  /** Length of the silence in ms; null until unmuted. */
  readonly onChoose: (length: number | null) => void
  readonly onClose: () => void
}

/** How long to stay silent. Opened by the trader only, so it takes the focus and gives it back by `onClose`. */
export function MuteMenu({ title, market, words, onChoose, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => items(menu.current)[0]?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items(menu.current)
    const at = all.findIndex((item) => item === event.target)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) all.at((at + step) % all.length)?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="menu" role="menu" aria-label={title} ref={menu} onKeyDown={onKeyDown}>
      {choicesFor(market).map(({ text, length }) => (
        <button key={text} type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(length)}>
          {words.say(text)}
        </button>
      ))}
    </div>
  )
}

function items(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}
