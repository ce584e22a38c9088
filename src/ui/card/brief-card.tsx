import { changeSinceStart, type Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import { Icon } from '../icons/icon.tsx'
import { officialLine } from '../official/official-words.ts'
import { fromExtreme, kindsOf, marketsText, phaseWord, titleOf } from '../words/episode-words.ts'
import type { Words } from '../words/words.ts'
import { CardActions } from './card-actions.tsx'
import { CardHead } from './card-head.tsx'
import { evidenceLine } from './evidence-line.ts'
import type { GripActions } from './grip.tsx'
import { Sparkline } from './sparkline.tsx'
import { staleHeadline } from './stale-card.tsx'

const lineSize = { width: 120, height: 50, big: false }

interface Props {
  readonly episode: Episode
  readonly venueName: string
  readonly words: Words
  /** Market time now (ms): the clock of the episode's times. */
  readonly marketNow: number
  /** What the venue itself published; null while its sources are not read. */
  readonly official: OfficialSummary | null
  /** Set while the venue sends no data: for how long by the wall clock (ms); null where it never sent any. */
  readonly silence?: number | null
  /** Set on a page that is no market: instead of a whole card there are the details and the pair's trading page. */
  readonly onChart?: {
    /** Null where its venue has none. */
    readonly tradingPage: string | null
    readonly onDetails: () => void
  }
  readonly grip: GripActions
  readonly onCollapse: () => void
  /** Opens the whole card. */
  readonly onMore: () => void
  readonly onHide: () => void
  /** `durationMs`: null until unmuted. */
  readonly onMute: (durationMs: number | null) => void
}

/** What opens by itself: an episode in the few words that are read in two seconds, the number first. */
export function BriefCard(props: Props) {
  const { episode, venueName, words, official, silence, onChart } = props
  const { grip, onCollapse, onMore, onHide, onMute } = props
  const { say } = words
  const title = titleOf(words, episode)
  const tier = silence === undefined ? episode.tier : 'stale'
  return (
    <section class={`card brief tier-${tier}`} aria-label={`${say(`tier.${tier}`)} ${title}`}>
      <CardHead venue={episode.venue} {...{ tier, title, venueName, words, grip, onCollapse }} />
      <div class="brief-body">
        <Facts {...props} />
        <Sparkline episode={episode} size={lineSize} />
        <p class="brief-official">
          <Icon name="official" />
          <span>
            {official === null ? say('known.notRead') : officialLine(words, official, episode.startedAt)}
          </span>
        </p>
        {onChart?.tradingPage && (
          <p class="brief-way">
            <a class="way" href={onChart.tradingPage} target="_blank" rel="noopener noreferrer">
              {say('elsewhere.open', { pair: title, venue: venueName })}
            </a>
          </p>
        )}
      </div>
      <CardActions brief {...{ episode, words, onHide, onMute }}>
        {onChart ? (
          <button type="button" class="btn" onClick={onChart.onDetails}>
            {say('action.details')}
          </button>
        ) : (
          <button type="button" class="btn more" aria-expanded="false" onClick={onMore}>
            {say('action.more')}
          </button>
        )}
      </CardActions>
    </section>
  )
}

function Facts({ episode, words, marketNow, official, silence }: Props) {
  const { say } = words
  if (silence !== undefined)
    return (
      <div class="brief-facts">
        <p class="brief-silence">{staleHeadline(words, silence, official)}</p>
        <p>{say('stale.at', { tier: say(`tier.${episode.tier}`), phase: phaseWord(words, episode) })}</p>
      </div>
    )
  const { number, since } = leadingNumber(words, episode, marketNow)
  const markets = marketsText(words, episode)
  return (
    <div class="brief-facts">
      <p>
        <b class="brief-number num">{number}</b> <span>{since}</span>
      </p>
      <p>{kindsOf(words, episode)}</p>
      {markets !== null && <p>{markets}</p>}
      <p>
        <b>{phaseWord(words, episode)}</b> <span>{fromExtreme(words, episode, 'card')}</span>
      </p>
    </div>
  )
}

/** The one number that says what happens: how far off a stray print was, else how far the price went since when. */
function leadingNumber(
  words: Words,
  episode: Episode,
  marketNow: number,
): { readonly number: string; readonly since: string } {
  const stray = episode.evidence.find(({ sign }) => sign === 'stray-print')
  if (episode.kind === 'stray-print' && stray) {
    const { label, value } = evidenceLine(words, stray, episode)
    return { number: value, since: label }
  }
  const length = words.format.length(Math.max(0, marketNow - episode.startedAt))
  return {
    number: words.format.change(changeSinceStart(episode)),
    since: words.say('brief.since', { length }),
  }
}
