import { changeSinceStart, type Episode } from '../../market/episode.ts'
import { phaseWord, titleOf } from '../../ui/words/episode-words.ts'
import { Grip, type GripActions } from '../../ui/card/grip.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import type { Words } from '../../ui/words/words.ts'

interface Props {
  readonly episode: Episode
  readonly venueName: string
  readonly words: Words
  readonly grip: GripActions
  readonly onOpen: () => void
}

/** Chip for a coin flagged at another venue. Shows no tier: that applies to the other venue's market. */
export function ElsewhereChip({ episode, venueName, words, grip, onOpen }: Props) {
  const { say, format } = words
  return (
    <div class="chip elsewhere">
      <button
        type="button"
        class="chip-open"
        aria-expanded="false"
        title={say('action.open', { pair: titleOf(words, episode) })}
        onClick={onOpen}
      >
        <span class="lead">
          <Icon name={`phase-${episode.phase}`} />
          {say('elsewhere.chip', { phase: phaseWord(words, episode), venue: venueName })}
        </span>
        <span class="body">
          <b class="num">{format.change(changeSinceStart(episode))}</b>
        </span>
      </button>
      <Grip actions={grip} words={words} />
    </div>
  )
}
