import { type Pair, pairName } from '../market/pair.ts'

/** What a details page shows: one episode, or the current state of a pair. */
export type Subject =
  | { readonly kind: 'episode'; readonly id: string }
  | { readonly kind: 'pair'; readonly pair: Pair }

/** More than any episode id or pair key has. */
const maxLength = 200

/** Half a character, which no address can hold, becomes the sign for what cannot be shown. */
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))

/** Path of the details page of an episode within the extension. */
export function detailsAddress(episode: string): string {
  return `/src/details/index.html#episode=${encoded(episode)}`
}

/** Path of the history page within the extension, filtered by a pair if one is given. */
export function historyAddress(pair: Pick<Pair, 'base' | 'quote'> | null): string {
  const hash = pair ? `#pair=${encoded(pairName(pair))}` : ''
  return `/src/history/index.html${hash}`
}

/** Path of the page of what quiet hours held back. */
export const lastNightAddress = '/src/night/index.html'

/** The pair filter in the hash of a history page, as the trader would type it; empty if there is none. */
export function pairFilterOf(hash: string): string {
  return (new URLSearchParams(hash.replace(/^#/, '')).get('pair') ?? '').slice(0, maxLength)
}

/**
 * Parses the hash of a details page: `#episode=<id>` or `#pair=<pairKey>`.
 *
 * @returns null if it contains neither: anyone may type anything there
 */
export function subjectOf(hash: string): Subject | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''))
  const id = params.get('episode')
  if (id !== null) return id !== '' && id.length <= maxLength ? { kind: 'episode', id } : null
  const pair = pairOf(params.get('pair') ?? '')
  return pair && { kind: 'pair', pair }
}

/** Parses a `pairKey` such as `binance:SYS/BTC`; null if invalid. */
export function pairOf(key: string): Pair | null {
  const [, venue, base, quote] = /^([a-z0-9-]+):([^:/\s]+)\/([^:/\s]+)$/.exec(key.slice(0, maxLength)) ?? []
  return venue && base && quote ? { venue, base, quote } : null
}
