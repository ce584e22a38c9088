import { tiers, type Tier } from '../../market/tier.ts'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import type { PopupWords } from '../words.ts'

interface Props {
  readonly counts: Readonly<Record<Tier, number>>
  /** The tier the list is limited to; null for all. */
  readonly tier: Tier | null
  readonly words: PopupWords
  readonly onTier: (tier: Tier | null) => void
}

/** Limits the list to one tier. Each button shows the number of its open episodes. */
export function TierFilter({ counts, tier, words: { say, format }, onTier }: Props) {
  const all = counts.notice + counts.warning + counts.danger
  return (
    <div class="filters" role="group" aria-label={say('popup.filter')}>
      <button type="button" aria-pressed={tier === null} onClick={() => onTier(null)}>
        {say('popup.all', { n: all })}
      </button>
      {tiers.toReversed().map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={tier === each}
          onClick={() => onTier(tier === each ? null : each)}
        >
          <TierIcon tier={each} />
          {say(`tier.${each}`)} {format.count(counts[each])}
        </button>
      ))}
    </div>
  )
}
