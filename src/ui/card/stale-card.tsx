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

const CHART = { width: 276, height: 54, big: true, bare: true } as const

interface Props {
  readonly episode: Episode
  readonly venueName: string
  readonly words: Words
  /** How long no data came, ms of wall clock; null where none ever came. */
  readonly silence: number | null
  /** The venue's clock at the last data, ms. */
  readonly marketNow: number
  /** What the venue says; null while nobody listens to it. */
  readonly known: OfficialSummary | null
  readonly grip: GripActions
  readonly onCollapse: () => void
  readonly onDetails: () => void
  readonly onRetry: () => void
}

/** What `No data` says: since when, and that nothing can be judged meanwhile, or why by the venue's own word. */
export function silenceText(
  { say, format }: Words,
  silence: number | null,
  known: OfficialSummary | null,
): string {
  if (known?.closing) {
    const time = format.moment(known.closing.at, known.now)
    if (silence === null) return say('stale.maintenance.never', { time })
    return say('stale.maintenance', { time, length: format.length(silence) })
  }
  return silence === null ? say('stale.never') : say('stale.headline', { length: format.length(silence) })
}

/** An open episode whose venue fell silent: last values, greyed, with the time they are from. */
export function StaleCard({
  episode,
  venueName,
  words,
  silence,
  marketNow,
  known,
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
      <CardHead tone="stale" {...{ title, venueName, words, grip, onCollapse }} />
      <div class="card-body" tabIndex={0}>
        <div class="card-say">
          <h2>{silenceText(words, silence, known)}</h2>
          <p>{say('stale.explain')}</p>
        </div>
        <div class="card-chart gap">
          <Sparkline episode={episode} size={CHART} />
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
        <KnownList {...{ episode, known, words }} onLook={onRetry} />
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
