import type { Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import { type OtherMarket, OtherMarketNote } from './other-market-note.tsx'
import { CardActions } from './card-actions.tsx'
import { CardFoot } from './card-foot.tsx'
import { CardHead } from './card-head.tsx'
import { needsKeyCheck, KeyCheckList } from './key-check-list.tsx'
import { headlineOf, kindsOf, marketsText, sinceOf, titleOf } from '../words/episode-words.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { strayPrice } from './evidence-line.ts'
import type { GripActions } from './grip.tsx'
import { type HelpfulActions, NotHelpful } from './not-helpful.tsx'
import { KnownList } from '../official/known-list.tsx'
import type { ConvertedPrice } from '../words/converted-price.ts'
import { Phases } from './phases.tsx'
import { Sparkline } from './sparkline.tsx'
import { Stats } from './stats.tsx'
import type { Words } from '../words/words.ts'
import { tierReason } from './tier-reason.ts'

const chartSize = { width: 346, height: 90, big: true }

interface Props extends HelpfulActions {
  readonly episode: Episode
  readonly venueName: string
  readonly words: Words
  /** Market time now (ms): the clock of the episode's times. */
  readonly marketNow: number
  /** Age of the data by the wall clock (ms); null before the first data. */
  readonly dataAge: number | null
  /** What the venue itself published; null while its sources are not read. */
  readonly official: OfficialSummary | null
  /** The last price in the trader's currency; null where unknown or the same as the quote. */
  readonly converted: ConvertedPrice | null
  /** Set where the episode belongs to another market than the page's: see `OtherMarketNote`. */
  readonly otherMarket?: OtherMarket
  readonly grip: GripActions
  readonly onCollapse: () => void
  readonly onDetails: () => void
  readonly onHide: () => void
  /** `durationMs`: null until unmuted. */
  readonly onMute: (durationMs: number | null) => void
  /** Requests every source again. */
  readonly onRetry: () => void
}

/** An episode in full: one card from its start to its end, updated in place. */
export function Card({
  episode,
  venueName,
  words,
  marketNow,
  dataAge,
  official,
  converted,
  otherMarket,
  grip,
  onCollapse,
  onDetails,
  onHide,
  onMute,
  onRetry,
  ...helpful
}: Props) {
  const { say, format } = words
  const title = titleOf(words, episode)
  const labels = {
    start: format.clock(episode.startedAt),
    now: say('chart.now'),
    strayPrint: say('chart.off', { price: strayPrice(words, episode) }),
  }
  return (
    <section class={`card tier-${episode.tier}`} aria-label={`${say(`tier.${episode.tier}`)} ${title}`}>
      <CardHead
        tier={episode.tier}
        venue={episode.venue}
        {...{ title, venueName, words, grip, onCollapse }}
      />
      {/* Scrolls in a low window, so it must be focusable by keyboard. */}
      <div class="card-body" tabIndex={0}>
        <div class="card-say">
          <h2>{headlineOf(words, episode)}</h2>
          <p class="card-facts">
            <span>{kindsOf(words, episode)}</span> <span>{sinceOf(words, episode, marketNow)}</span>
          </p>
          {marketsText(words, episode) !== null && <p class="card-facts">{marketsText(words, episode)}</p>}
          {otherMarket && (
            <OtherMarketNote venue={episode.venue} {...{ title, venueName, words, ...otherMarket }} />
          )}
        </div>
        <div class="card-chart">
          <Sparkline episode={episode} size={chartSize} labels={labels} />
        </div>
        <Phases episode={episode} words={words} />
        <Stats {...{ episode, words, converted }} />
        <EvidenceTable episode={episode} words={words} />
        <p class="tier-reason">{tierReason(words, episode, official)}</p>
        <KnownList {...{ episode, official, words }} onRecheck={onRetry} />
        {needsKeyCheck(episode, official) && <KeyCheckList words={words} />}
        <NotHelpful
          key={episode.id}
          {...{ episode, words, ...helpful }}
          offersQuieter={!otherMarket && episode.symbol !== null}
        />
      </div>
      <CardActions {...{ episode, words, onHide, onMute }}>
        <button type="button" class="btn" onClick={onDetails}>
          {say('action.details')}
        </button>
      </CardActions>
      <CardFoot dataAge={dataAge} stale={false} words={words} />
    </section>
  )
}
