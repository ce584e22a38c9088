import type { Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import { CardFoot } from './card-foot.tsx'
import { CardHead } from './card-head.tsx'
import { decimalsOf } from '../words/decimals.ts'
import { phaseWord, titleOf } from '../words/episode-words.ts'
import type { GripActions } from './grip.tsx'
import { KnownList } from '../official/known-list.tsx'
import { Sparkline } from './sparkline.tsx'
import type { Words } from '../words/words.ts'

const chartSize = { width: 276, height: 54, big: true, bare: true } as const

interface Props {
  readonly episode: Episode
  readonly venueName: string
  readonly words: Words
  /** How long no data arrived, by the wall clock (ms); null where none ever did. */
  readonly silence: number | null
  /** Market time of the last data (ms). */
  readonly marketNow: number
  /** What the venue itself published; null while its sources are not read. */
  readonly official: OfficialSummary | null
  readonly grip: GripActions
  readonly onCollapse: () => void
  readonly onDetails: () => void
  readonly onRetry: () => void
}

/** Headline of the `No data` state: since when, and that nothing can be judged; or the venue's own reason. */
export function staleHeadline(
  { say, format }: Words,
  silence: number | null,
  official: OfficialSummary | null,
): string {
  if (official?.closing) {
    const time = format.moment(official.closing.at, official.now)
    if (silence === null) return say('stale.maintenance.never', { time })
    return say('stale.maintenance', { time, length: format.length(silence) })
  }
  return silence === null ? say('stale.never') : say('stale.headline', { length: format.length(silence) })
}

/** An open episode whose venue sends no data: the last values, greyed, with their time. */
export function StaleCard({
  episode,
  venueName,
  words,
  silence,
  marketNow,
  official,
  grip,
  onCollapse,
  onDetails,
  onRetry,
}: Props) {
  const { say, format } = words
  const title = titleOf(words, episode)
  const at = format.clock(marketNow, 'second')
  const { lastPrice, startPrice, peakPrice } = episode
  const price = format.price(lastPrice, decimalsOf([lastPrice, startPrice, peakPrice]))
  const tier = say('stale.at', { tier: say(`tier.${episode.tier}`), phase: phaseWord(words, episode) })
  const rows = episode.symbol === null ? [] : [[say('stale.price'), price] as const]
  return (
    <section class="card tier-stale" aria-label={`${say('tier.stale')} ${title}`}>
      <CardHead tier="stale" venue={episode.venue} {...{ title, venueName, words, grip, onCollapse }} />
      <div class="card-body" tabIndex={0}>
        <div class="card-say">
          <h2>{staleHeadline(words, silence, official)}</h2>
          <p>{say('stale.explain')}</p>
        </div>
        <div class="card-chart gap">
          <Sparkline episode={episode} size={chartSize} />
          <span class="hatch" />
        </div>
        <table class="evidence">
          <tbody>
            {[...rows, [say('stale.tier'), tier] as const].map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <b>{value}</b>
                </td>
                <td>{at}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <KnownList {...{ episode, official, words }} onRecheck={onRetry} />
      </div>
      <div class="card-actions">
        <button type="button" class="btn" onClick={onDetails}>
          {say('action.details')}
        </button>
        <button type="button" class="btn primary" onClick={onRetry}>
          {say('action.retry')}
        </button>
      </div>
      <CardFoot dataAge={silence} stale words={words} />
    </section>
  )
}
