import type { Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import { Away } from '../away.tsx'
import { CardFoot } from './card-foot.tsx'
import { CardHead } from './card-head.tsx'
import { asksForKeys, CheckList } from './check-list.tsx'
import { headlineOf, kindsOf, sinceOf, titleOf } from '../words/episode-words.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { strayPrice } from './evidence-line.ts'
import type { GripActions } from './grip.tsx'
import { KnownList } from '../official/known-list.tsx'
import type { OwnAmount } from '../words/own-price.ts'
import { MuteButton } from './mute-button.tsx'
import { Phases } from './phases.tsx'
import { Sparkline } from './sparkline.tsx'
import { Stats } from './stats.tsx'
import type { Words } from '../words/words.ts'

const CHART = { width: 346, height: 90, big: true }

interface Props {
  readonly episode: Episode
  readonly venueName: string
  readonly words: Words
  /** The venue's clock now, ms: episode times are on it. */
  readonly marketNow: number
  /** Age of the data in ms of wall clock; null before the first. */
  readonly dataAge: number | null
  /** What the venue says; null while nobody listens to it. */
  readonly known: OfficialSummary | null
  /** The last price in the trader's own currency. */
  readonly own: OwnAmount | null
  /** Present where it is of another venue than the page's: the address of its trading page. */
  readonly away?: { readonly address: string | null }
  readonly grip: GripActions
  readonly onCollapse: () => void
  readonly onDetails: () => void
  readonly onHide: () => void
  /** Length of the silence in ms; null until unmuted. */
  readonly onMute: (length: number | null) => void
  /** Asks every source again. */
  readonly onRetry: () => void
}

/** An episode in full: one card from its start to its end, changed in place. */
export function Card({
  episode,
  venueName,
  words,
  marketNow,
  dataAge,
  known,
  own,
  away,
  grip,
  onCollapse,
  onDetails,
  onHide,
  onMute,
  onRetry,
}: Props) {
  const { say, format } = words
  const title = titleOf(words, episode)
  const labels = {
    start: format.clock(episode.startedAt),
    now: say('chart.now'),
    off: say('chart.off', { price: strayPrice(words, episode) }),
  }
  return (
    <section class={`card tier-${episode.tier}`} aria-label={`${say(`tier.${episode.tier}`)} ${title}`}>
      <CardHead tone={episode.tier} {...{ title, venueName, words, grip, onCollapse }} />
      {/* Scrolls where the window is low, so it takes part in the keyboard order. */}
      <div class="card-body" tabIndex={0}>
        <div class="card-say">
          <h2>{headlineOf(words, episode)}</h2>
          <p class="card-facts">
            <span>{kindsOf(words, episode)}</span> <span>{sinceOf(words, episode, marketNow)}</span>
          </p>
          {away && <Away {...{ title, venueName, words }} address={away.address} />}
        </div>
        <div class="card-chart">
          <Sparkline episode={episode} size={CHART} labels={labels} />
        </div>
        <Phases episode={episode} words={words} />
        <Stats {...{ episode, words, own }} />
        <EvidenceTable episode={episode} words={words} />
        <KnownList {...{ episode, known, words }} onLook={onRetry} />
        {asksForKeys(episode, known) && <CheckList words={words} />}
      </div>
      <div class="card-actions">
        <button type="button" class="btn" onClick={onDetails}>
          {say('action.details')}
        </button>
        <button type="button" class="btn" onClick={onHide}>
          {say('action.hide')}
        </button>
        <MuteButton
          title={say('action.muteOf', { pair: title })}
          market={episode.symbol === null}
          {...{ words, onMute }}
        />
      </div>
      <CardFoot dataAge={dataAge} stale={false} words={words} />
    </section>
  )
}
