import { siteOf } from '../../exchanges/registry.ts'
import type { Episode } from '../../market/episode.ts'
import { BriefCard } from '../../ui/card/brief-card.tsx'
import { Card } from '../../ui/card/card.tsx'
import { Chip } from '../../ui/card/chip.tsx'
import { StaleCard } from '../../ui/card/stale-card.tsx'
import type { Words } from '../../ui/words/words.ts'
import type { VisibleView } from '../view/banner-view.ts'
import type { BannerActions } from './banner-actions.ts'
import type { Stage } from './card-state.ts'
import { ElsewhereChip } from './elsewhere-chip.tsx'
import { TailChip } from './tail-chip.tsx'
import { VenueStrip } from './venue-strip.tsx'

interface Props {
  readonly view: VisibleView
  readonly stage: Stage
  readonly venueName: string
  readonly words: Words
  readonly actions: BannerActions
}

/** The banner: a chip, the brief card that opens by itself, the full one, or a strip with a statement. */
export function Banner({ view, stage, venueName, words, actions }: Props) {
  if (view.kind === 'statement')
    return <VenueStrip statement={view.statement} {...{ venueName, words }} {...actions} />
  if (view.kind === 'tail')
    return <TailChip episode={view.episode} marketNow={view.marketNow} words={words} {...actions} />
  const { episode, marketNow, official } = view
  const shared = { episode, words, ...actions }
  if (view.kind === 'elsewhere') {
    if (stage === 'chip')
      return <ElsewhereChip {...shared} isSameVenue={view.isSameVenue} venueName={venueName} />
    const otherMarket = { tradingPage: addressOf(episode, words), isSameVenue: view.isSameVenue }
    return (
      <Card
        {...shared}
        {...{ venueName, marketNow, official, otherMarket }}
        dataAge={view.dataAge}
        converted={view.converted}
      />
    )
  }
  if (view.kind === 'chart') {
    if (stage === 'chip') return <Chip {...shared} venueName={venueName} />
    const onChart = { tradingPage: addressOf(episode, words), onDetails: actions.onDetails }
    return <BriefCard {...shared} {...{ venueName, marketNow, official, onChart }} />
  }
  const silent = view.kind === 'stale' && { silence: view.silence }
  if (stage === 'chip') return <Chip {...shared} {...silent} />
  const full = { ...shared, venueName, marketNow, official }
  if (stage === 'brief') return <BriefCard {...full} {...silent} />
  return view.kind === 'stale' ? (
    <StaleCard {...full} silence={view.silence} />
  ) : (
    <Card {...full} dataAge={view.dataAge} converted={view.converted} />
  )
}

/** URL of the trading page of an episode, or null if its venue has none. */
function addressOf({ venue, symbol, base, quote }: Episode, { lang }: Words): string | null {
  if (base === null || quote === null) return null
  return siteOf(venue)?.pageOf({ symbol, base, quote }, lang) ?? null
}
