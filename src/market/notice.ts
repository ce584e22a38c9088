/** What a statement of an exchange can be about. */
export const noticeTopics = [
  'maintenance',
  'halt',
  'cancel-only',
  'deposit-suspended',
  'withdrawal-suspended',
  'delisting',
  'caution',
  'api-keys',
  'listing',
  /** A token swap, a new name, a redenomination: prices before and after do not compare. */
  'migration',
  /** Trades were or will be reversed. */
  'rollback',
  'other',
] as const

/** The topic of a statement. */
export type NoticeTopic = (typeof noticeTopics)[number]

/** Topics of a market in which nothing trades. */
export const closingTopics: readonly NoticeTopic[] = ['maintenance', 'halt', 'cancel-only']

/**
 * `venue`: all of the exchange. `pair`: the one in `symbol`. `asset`: a coin, its network or a service,
 * whether named or not: a `maintenance` of this scope is of one coin's wallets, and the exchange is open.
 */
export const noticeScopes = ['venue', 'pair', 'asset'] as const

/** `active` now, `over` (also: it says that something works again), or announced for later. */
export const noticeStates = ['active', 'over', 'scheduled'] as const

/** Products other than spot. */
export const noticeMarkets = ['margin', 'derivatives'] as const

/** Something an exchange itself published, never our inference. */
export interface Notice {
  readonly type: 'notice'
  readonly scope: (typeof noticeScopes)[number]
  /** Where deposits and withdrawals are both suspended: `withdrawal-suspended`, the graver. */
  readonly what: NoticeTopic
  readonly title?: string
  /** ms UTC: the begin of what it reports; of an announcement that gives no span of time, its publication. */
  readonly begin?: number
  readonly end?: number
  /** ms UTC: the publication of an announcement whose `begin` is another time. */
  readonly publishedAt?: number
  readonly url?: string
  readonly state: (typeof noticeStates)[number]
  /** Coins that it names, as it writes them; absent where it names none, or none that we can read. */
  readonly assets?: readonly string[]
  /** The symbol of the pair it is about. */
  readonly symbol?: string
  /** It is about these products alone; absent: spot, or all. */
  readonly market?: (typeof noticeMarkets)[number]
}
