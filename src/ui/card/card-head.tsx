import { Grip, type GripActions } from './grip.tsx'
import { Icon } from '../icons/icon.tsx'
import { TierTag, type ShownTier } from './tier-tag.tsx'
import { marketName } from '../words/episode-words.ts'
import type { Words } from '../words/words.ts'

interface Props {
  readonly tier: ShownTier
  readonly title: string
  /** Id and name of the market. */
  readonly venue: string
  readonly venueName: string
  readonly words: Words
  readonly grip: GripActions
  readonly onCollapse: () => void
}

/** Tier, pair and venue, with the controls that move and collapse the card. */
export function CardHead({ tier, title, venue, venueName, words, grip, onCollapse }: Props) {
  return (
    <header class="card-head">
      <TierTag tier={tier} words={words} />
      <span class="pair">{title}</span>
      <span class="venue">{marketName(words, venue, venueName)}</span>
      <span class="tools">
        <Grip actions={grip} words={words} />
        <button
          type="button"
          class="icon-btn collapse"
          aria-label={words.say('action.collapse')}
          aria-expanded="true"
          onClick={onCollapse}
        >
          <Icon name="collapse" />
        </button>
      </span>
    </header>
  )
}
