import type { Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import type { HiddenEpisode } from '../../shared/storage/items.ts'
import type { BannerInputs } from './banner-inputs.ts'
import type { CardView, TailView } from './banner-view.ts'
import { officialOf } from './episode-data.ts'

/** When the venue last said something, ms; 0 before it did. */
const newestAt = (official: OfficialSummary | null): number =>
  Math.max(
    0,
    ...(official?.statements ?? []).map(({ at }) => at),
    official?.suspended?.since ?? 0,
    official?.impaired?.since ?? 0,
  )

/** What the trader hides: the state of the episode, with what the venue has said until now. */
export function hiddenNow(view: CardView | TailView): HiddenEpisode {
  const { id: episode, changedAt } = view.episode
  return 'official' in view
    ? { episode, changedAt, officialAt: newestAt(view.official) }
    : { episode, changedAt }
}

/** When the venue said what is new (ms) since the trader hid an episode; undefined: nothing, or it was not hidden. */
export function officialNewsOf(inputs: BannerInputs, episode: Episode): number | undefined {
  const known = inputs.hidden.find((entry) => entry.episode === episode.id)?.officialAt
  if (known === undefined) return undefined
  const at = newestAt(officialOf(inputs, episode, episode.updatedAt))
  return at > known ? at : undefined
}
