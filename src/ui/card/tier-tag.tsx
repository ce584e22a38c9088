import type { Tier } from '../../market/tier.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icons.ts'
import type { Words } from '../words/words.ts'

/** How loudly a card or chip speaks: an episode's tier, or that there are no data to judge by. */
export type Tone = Tier | 'stale'

const shapes: Readonly<Record<Tone, IconName>> = {
  notice: 'tier-notice',
  warning: 'tier-warning',
  danger: 'tier-danger',
  stale: 'venue-stale',
}

/** The shape of a tone, never without its word beside it. */
export function TierIcon({ tone }: { tone: Tone }) {
  return <Icon name={shapes[tone]} />
}

/** Word and shape of a tone in a solid block, as on a weather warning. */
export function TierTag({ tone, words }: { tone: Tone; words: Words }) {
  return (
    <span class={`tag tag-${tone}`}>
      <TierIcon tone={tone} />
      <b>{words.say(`tier.${tone}`)}</b>
    </span>
  )
}
