import { siteOf } from '../exchanges/registry.ts'
import type { Episode } from '../market/episode.ts'
import { Card } from '../ui/card/card.tsx'
import { Chip } from '../ui/card/chip.tsx'
import type { GripActions } from '../ui/card/grip.tsx'
import { StaleCard } from '../ui/card/stale-card.tsx'
import type { Words } from '../ui/words/words.ts'
import { ElsewhereChip } from './elsewhere-chip.tsx'
import type { Scene } from './scene/scene.ts'
import { VenueStrip } from './venue-strip.tsx'

/** What the trader can do with the banner. */
export interface BannerActions {
  readonly grip: GripActions
  readonly onOpen: () => void
  readonly onCollapse: () => void
  readonly onDetails: () => void
  readonly onHide: () => void
  /** Length of the silence in ms; null until unmuted. */
  readonly onMute: (length: number | null) => void
  readonly onRetry: () => void
  /** No notice of how venues stand in a country any more. */
  readonly onNoCountry: () => void
}

interface Props {
  readonly scene: Exclude<Scene, { kind: 'none' }>
  readonly open: boolean
  readonly venueName: string
  readonly words: Words
  readonly actions: BannerActions
}

/** The banner of a page: a chip, or the card it opens to. */
export function Banner({ scene, open, venueName, words, actions }: Props) {
  if (scene.kind === 'word') return <VenueStrip word={scene.word} {...{ venueName, words }} {...actions} />
  const { episode, marketNow, known } = scene
  const shared = { episode, words, ...actions }
  if (scene.kind === 'elsewhere') {
    if (!open) return <ElsewhereChip {...shared} venueName={venueName} />
    const otherVenue = { tradingPage: addressOf(episode, words) }
    return (
      <Card
        {...shared}
        {...{ venueName, marketNow, otherVenue }}
        official={known}
        dataAge={scene.dataAge}
        converted={scene.own}
      />
    )
  }
  if (!open) return <Chip {...shared} {...(scene.kind === 'stale' && { silence: scene.silence })} />
  const full = { ...shared, venueName, marketNow, official: known }
  return scene.kind === 'stale' ? (
    <StaleCard {...full} silence={scene.silence} />
  ) : (
    <Card {...full} dataAge={scene.dataAge} converted={scene.own} />
  )
}

/** The trading page of an episode, where its venue has one. */
function addressOf({ venue, base, quote }: Episode, { lang }: Words): string | null {
  return base === null || quote === null ? null : (siteOf(venue)?.pageOf({ base, quote }, lang) ?? null)
}
