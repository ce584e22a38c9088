/** A span of market time, ms UTC; `until` is exclusive. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** Something the played venue says officially. */
export interface Statement {
  /** Market time of publication, ms UTC. */
  readonly at: number
  readonly title: string
  readonly body: string
  /** Identifies the article in its address. */
  readonly code: string
  readonly kind: 'news' | 'listing' | 'delisting'
}

/** What befalls a venue besides trades. */
export interface Events {
  /** No trading in any pair, the venue says it is in maintenance. */
  readonly maintenance: readonly Span[]
  /** No trading in one pair. */
  readonly halts: readonly (Span & {
    readonly symbol: string
    readonly status: 'HALT' | 'BREAK' | 'CANCEL_ONLY'
  })[]
  /** Deposits and withdrawals are closed; `asset` null means of every asset. */
  readonly transfers: readonly (Span & { readonly asset: string | null })[]
  /** Oldest first. */
  readonly statements: readonly Statement[]
}

export const noEvents: Events = { maintenance: [], halts: [], transfers: [], statements: [] }

export const within = (spans: readonly Span[], at: number): boolean =>
  spans.some((span) => at >= span.from && at < span.until)
