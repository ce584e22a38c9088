import { useState } from 'preact/hooks'
import type { Episode } from '../../market/episode.ts'
import { titleOf } from '../words/episode-words.ts'
import type { Words } from '../words/words.ts'

/** What the trader can say of an episode's use. */
export interface HelpfulActions {
  /** Counts the episode as not helpful, or takes that back. */
  readonly onNotHelpful: (isNot: boolean) => void
  /** Notifies of the pair, and opens its card, from a higher tier on. */
  readonly onQuieter: () => void
}

interface Props extends HelpfulActions {
  readonly episode: Episode
  readonly words: Words
  /** Whether to offer to be quieter: a page has no say in pairs of other venues. */
  readonly offersQuieter: boolean
}

/** "Not helpful", then what follows from it: to take it back, or to be quieter for the pair. */
export function NotHelpful({ episode, words, offersQuieter, onNotHelpful, onQuieter }: Props) {
  const { say } = words
  /** `done`: quieter too, and nothing is left to press. */
  const [state, setState] = useState<'open' | 'counted' | 'done'>('open')
  const button = (text: string, press: () => void) => (
    <button type="button" class="btn" onClick={press}>
      {text}
    </button>
  )
  const count = (isNot: boolean) => {
    onNotHelpful(isNot)
    setState(isNot ? 'counted' : 'open')
  }
  const beQuieter = () => {
    onQuieter()
    setState('done')
  }
  return (
    <p class="helpful" role="status">
      {state === 'open' ? button(say('helpful.not'), () => count(true)) : say('helpful.counted')}
      {state === 'counted' && button(say('helpful.undo'), () => count(false))}
      {state === 'counted' &&
        offersQuieter &&
        button(say('helpful.quieter', { pair: titleOf(words, episode) }), beQuieter)}
    </p>
  )
}
