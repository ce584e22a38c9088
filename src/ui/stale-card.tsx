import type { Episode } from '../market/episode.ts'
import { CardFoot } from './card-foot.tsx'
import { CardHead } from './card-head.tsx'
import { decimalsOf } from './decimals.ts'
import { phaseWord, titleOf } from './episode-words.ts'
import type { GripActions } from './grip.tsx'
import { Sparkline } from './sparkline.tsx'
import type { Words } from './words.ts'

const CHART = { width: 276, height: 68, big: true }

interface Props {
  readonly episode: Episode
  readonly venueName: string
  readonly words: Words
  /** How long no data came, ms of wall clock; null where none ever came. */
  readonly silence: number | null
  /** The venue's clock at the last data, ms. */
  readonly marketNow: number
  readonly grip: GripActions
  readonly onCollapse: () => void
  readonly onRetry: () => void
}

/** What `No data` says: since when, and that nothing can be judged meanwhile. */
export function silenceText({ say, format }: Words, silence: number | null): string {
  return silence === null ? say('stale.never') : say('stale.headline', { length: format.length(silence) })
}

/** An open episode whose venue fell silent: last values, greyed, with the time they are from. */
export function StaleCard({
  episode,
  venueName,
  words,
  silence,
  marketNow,
  grip,
  onCollapse,
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
          <h2>{silenceText(words, silence)}</h2>
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
      </div>
      <div class="card-actions">
        <button type="button" class="btn primary" onClick={onRetry}>
          {say('action.retry')}
        </button>
      </div>
      <CardFoot dataAge={silence} stale words={words} />
    </section>
  )
}
