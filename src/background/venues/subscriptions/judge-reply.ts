import type { SubscriptionReply } from '../../../exchanges/feeds/stream-call.ts'

/** What a reply means for the pairs of the frame that it answers. */
export interface Verdict {
  readonly accepted: readonly string[]
  /** Each list failed as one. */
  readonly failed: readonly (readonly string[])[]
  readonly failure: 'refused' | 'busy'
  /** Not judged: to be asked for again at once. */
  readonly again: readonly string[]
}

/**
 * Reads a reply against its frame.
 *
 * @param asked the frame's pairs that nothing is known of yet
 * @param named those of them that the reply names
 */
export function judgeReply(
  { kind, wholeFrame }: SubscriptionReply,
  asked: readonly string[],
  named: readonly string[],
): Verdict {
  // A refusal that names all of a frame tells no more than one that names none: which pair spoilt it is unknown.
  const isAll = named.length === 0 || named.length === asked.length || kind === 'busy'
  const meant = isAll ? asked : named
  return {
    accepted: kind === 'accepted' ? meant : [],
    failed: kind === 'accepted' ? [] : isAll ? [meant] : meant.map((symbol) => [symbol]),
    failure: kind === 'busy' ? 'busy' : 'refused',
    again: wholeFrame ? asked.filter((symbol) => !meant.includes(symbol)) : [],
  }
}
