/** What a venue's own statement is about. */
export type NoticeTopic =
  | 'maintenance'
  | 'halt'
  | 'cancel-only'
  | 'deposit-suspended'
  | 'withdrawal-suspended'
  | 'delisting'
  | 'caution'
  | 'api-keys'
  | 'listing'
  /** A token swap, a new name, a redenomination: prices before and after do not compare. */
  | 'migration'
  /** Trades were or will be reversed. */
  | 'rollback'
  | 'other'

/** Something a venue itself published. Never our inference. */
export interface Notice {
  readonly type: 'notice'
  /**
   * `venue`: all of it. `pair`: the one in `symbol`. `asset`: a coin or its network, whether its ticker is named
   * or not: a `maintenance` of this scope is of one coin's wallets, and the venue is open.
   */
  readonly scope: 'venue' | 'pair' | 'asset'
  /** Where deposits and withdrawals are both suspended: `withdrawal-suspended`, the graver. */
  readonly what: NoticeTopic
  readonly title?: string
  /** ms UTC: of a status when it begins, of an announcement when it was published. */
  readonly begin?: number
  readonly end?: number
  readonly url?: string
  /** `active` now, `over` (also: it says that something works again), or announced for later. */
  readonly state: 'active' | 'over' | 'scheduled'
  /** Tickers that it names, upper case; absent where it names none. */
  readonly assets?: readonly string[]
  /** The pair it is about, as the venue writes it. */
  readonly symbol?: string
  /** It is about these products alone; absent: spot, or all. */
  readonly market?: 'margin' | 'derivatives'
}
