import { phases, type Episode } from '../../market/episode.ts'
import { phaseWord } from '../words/episode-words.ts'
import { Icon } from '../icons/icon.tsx'
import type { Words } from '../words/words.ts'

/** The five phases in order, the current one marked. */
export function Phases({ episode, words }: { episode: Episode; words: Words }) {
  const now = phases.indexOf(episode.phase)
  return (
    <ol class="phases" aria-label={words.say('phase')}>
      {phases.map((phase, i) => (
        <li
          key={phase}
          class={i < now ? 'past' : i === now ? 'now' : 'next'}
          aria-current={i === now ? 'step' : undefined}
        >
          {i === now && <Icon name={`phase-${phase}`} />}
          <span>{phaseWord(words, episode, phase)}</span>
        </li>
      ))}
    </ol>
  )
}
