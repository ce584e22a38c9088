import type { Tier } from '../../market/tier.ts'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/icons.ts'
import type { Words } from '../words/words.ts'

/** What a card, chip or row is labelled with: an episode's tier, or that there are no data to judge by. */
export type ShownTier = Tier | 'stale'

const tierIcons: Readonly<Record<ShownTier, IconName>> = {
  notice: 'tier-notice',
  warning: 'tier-warning',
  danger: 'tier-danger',
  stale: 'venue-stale',
}

/** Shape of a tier. Always shown with the tier's name as text next to it. */
export function TierIcon({ tier }: { tier: ShownTier }) {
  return <Icon name={tierIcons[tier]} />
}

/** Name and shape of a tier in a solid block, as on a weather warning. */
export function TierTag({ tier, words }: { tier: ShownTier; words: Words }) {
  return (
    <span class={`tag tag-${tier}`}>
      <TierIcon tier={tier} />
      <b>{words.say(`tier.${tier}`)}</b>
    </span>
  )
}
