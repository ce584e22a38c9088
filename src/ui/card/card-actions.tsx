import type { ComponentChildren } from 'preact'
import type { Episode } from '../../market/episode.ts'
import { Icon } from '../icons/icon.tsx'
import { MenuButton } from '../menu/menu-button.tsx'
import { titleOf } from '../words/episode-words.ts'
import type { Words } from '../words/words.ts'
import { muteItems } from './mute-items.ts'

interface Props {
  readonly episode: Episode
  readonly words: Words
  /** Whether the name of hiding is short. */
  readonly brief?: boolean
  /** The first button. */
  readonly children: ComponentChildren
  readonly onHide: () => void
  /** `durationMs`: null until unmuted. */
  readonly onMute: (durationMs: number | null) => void
}

/** The buttons of a card: one of its own, then hide and mute. */
export function CardActions({ episode, words, brief = false, children, onHide, onMute }: Props) {
  const { say } = words
  return (
    <div class="card-actions">
      {children}
      <button type="button" class="btn" title={brief ? say('action.hide') : undefined} onClick={onHide}>
        {say(brief ? 'action.hideBrief' : 'action.hide')}
      </button>
      <MenuButton
        title={say('action.muteOf', { pair: titleOf(words, episode) })}
        items={muteItems(words)}
        onChoose={onMute}
      >
        {say('action.mute')}
        <Icon name="down" />
      </MenuButton>
    </div>
  )
}
