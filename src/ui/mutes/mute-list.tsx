import type { Mute } from '../../shared/storage/items.ts'
import type { PageWords } from '../words/page-words.ts'

interface Props {
  /** Those that have not ended. */
  readonly mutes: readonly Mute[]
  readonly words: PageWords<never>
  /** Wall clock (ms). */
  readonly now: number
  /** Name of a venue by its id. */
  readonly venueName: (id: string) => string
  readonly onUnmute: (pair: Mute['pair']) => void
}

/** What is muted and until when, each with a button that ends it. */
export function MuteList({ mutes, words, now, venueName, onUnmute }: Props) {
  const { say, format } = words
  return (
    <ul class="mutes">
      {mutes.map(({ pair, until }) => {
        const { name, venue } = mutedName(words, pair)
        return (
          <li key={pair}>
            <span>
              <b>{name}</b> <small>{venue !== null && venueName(venue)}</small>
            </span>
            <small>
              {until === null ? say('muted') : say('muted.until', { time: format.moment(until, now) })}
            </small>
            <button
              type="button"
              class="btn"
              aria-label={say('action.unmuteOf', { pair: name })}
              onClick={() => onUnmute(pair)}
            >
              {say('action.unmute')}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** What a mute's key names: a pair and its venue, a venue's whole market, or all pairs (null). */
export function mutedName(
  { say }: PageWords<never>,
  pair: Mute['pair'],
): { readonly name: string; readonly venue: string | null } {
  if (pair === null) return { name: say('mutes.all'), venue: null }
  const [venue = '', name = pair] = pair.split(/:(.*)/s)
  return { name: name === '*' ? say('market.title') : name, venue }
}
