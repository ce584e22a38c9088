import { siteOf } from '../../exchanges/registry.ts'
import type { Episode } from '../../market/episode.ts'
import { Card } from '../../ui/card/card.tsx'
import { Chip } from '../../ui/card/chip.tsx'
import { StaleCard } from '../../ui/card/stale-card.tsx'
import type { Words } from '../../ui/words/words.ts'
import type { VisibleView } from '../view/banner-view.ts'
import type { BannerActions } from './banner-actions.ts'
import { ElsewhereChip } from './elsewhere-chip.tsx'
import { VenueStrip } from './venue-strip.tsx'

interface Props {
  readonly view: VisibleView
  readonly open: boolean
  readonly venueName: string
  readonly words: Words
  readonly actions: BannerActions
}

/** The banner: a chip, the card it opens to, or a strip with a statement. */
export function Banner({ view, open, venueName, words, actions }: Props) {
  if (view.kind === 'statement')
    return <VenueStrip statement={view.statement} {...{ venueName, words }} {...actions} />
  const { episode, marketNow, official } = view
  const shared = { episode, words, ...actions }
  if (view.kind === 'elsewhere') {
    if (!open) return <ElsewhereChip {...shared} venueName={venueName} />
    const otherVenue = { tradingPage: addressOf(episode, words) }
    return (
      <Card
        {...shared}
        {...{ venueName, marketNow, official, otherVenue }}
        dataAge={view.dataAge}
        converted={view.converted}
      />
    )
  }
  if (!open) return <Chip {...shared} {...(view.kind === 'stale' && { silence: view.silence })} />
  const full = { ...shared, venueName, marketNow, official }
  return view.kind === 'stale' ? (
    <StaleCard {...full} silence={view.silence} />
  ) : (
    <Card {...full} dataAge={view.dataAge} converted={view.converted} />
  )
}

/** URL of the trading page of an episode, or null if its venue has none. */
function addressOf({ venue, base, quote }: Episode, { lang }: Words): string | null {
  return base === null || quote === null ? null : (siteOf(venue)?.pageOf({ base, quote }, lang) ?? null)
}
