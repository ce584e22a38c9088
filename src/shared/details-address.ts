import { type Pair, pairName } from '../market/pair.ts'

/** What a details page is about: one episode, or whatever there is of a pair. */
export type Subject =
  { readonly kind: 'episode'; readonly id: string } | { readonly kind: 'pair'; readonly pair: Pair }

/** Longer than any id or pair of ours. */
const maxLength = 200

/** The address of an episode's details page within the extension. */
export function detailsAddress(episode: string): string {
  return `/src/details/index.html#episode=${encodeURIComponent(episode)}`
}

/** The address of the history page within the extension, of one pair where one is named. */
export function historyAddress(pair: Pick<Pair, 'base' | 'quote'> | null): string {
  const asked = pair ? `#pair=${encodeURIComponent(pairName(pair))}` : ''
  return `/src/history/index.html${asked}`
}

/** The pair that a history page's address asks for, as the trader would type it; empty where it asks for none. */
export function pairFilterOf(hash: string): string {
  return (new URLSearchParams(hash.replace(/^#/, '')).get('pair') ?? '').slice(0, maxLength)
}

/**
 * Reads the part of a details page's address behind `#`: `#episode=<id>` or `#pair=<pairKey>`.
 *
 * @returns null where it names neither: anyone may type anything there
 */
export function subjectOf(hash: string): Subject | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''))
  const id = asked.get('episode')
  if (id !== null) return id !== '' && id.length <= maxLength ? { kind: 'episode', id } : null
  const pair = pairOf(asked.get('pair') ?? '')
  return pair && { kind: 'pair', pair }
}

/** The pair of a `pairKey` such as `binance:SYS/BTC`, or null. */
export function pairOf(key: string): Pair | null {
  const [, venue, base, quote] = /^([a-z0-9-]+):([^:/\s]+)\/([^:/\s]+)$/.exec(key.slice(0, maxLength)) ?? []
  return venue && base && quote ? { venue, base, quote } : null
}
