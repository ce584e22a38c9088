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
  | 'other'

/** Something a venue itself published. Never our inference. */
export interface Notice {
  readonly type: 'notice'
  readonly scope: 'venue' | 'pair' | 'asset'
  readonly what: NoticeTopic
  readonly title?: string
  /** ms UTC. */
  readonly begin?: number
  readonly end?: number
  readonly url?: string
  /** `active` now, `over`, or announced for later. */
  readonly state: 'active' | 'over' | 'scheduled'
}
