import type { Tier } from '../../market/tier.ts'

/** Hours of the day in which notifications wait, e.g. 22:00–07:00 in Asia/Tokyo. */
export interface QuietHours {
  /** Minutes after midnight; `from` may be later than `to`. */
  readonly from: number
  readonly to: number
  /** IANA name. */
  readonly timeZone: string
  /** Danger speaks at any hour. */
  readonly dangerExempt: boolean
}

/** When and how desktop notifications come. */
export interface NotificationRules {
  /** The least tier that notifies; null: none does. */
  readonly least: Tier | null
  readonly quiet: QuietHours | null
  /** At most so many in an hour. */
  readonly hourlyMost: number
  readonly sound: boolean
  /** One summary when quiet hours end. */
  readonly digest: boolean
}

/**
 * How eagerly Keiho speaks. `custom` moves every tier's threshold by `shift` log odds:
 * positive is quieter.
 */
export type SensitivityChoice =
  { readonly kind: 'quiet' | 'balanced' | 'sensitive' } | { readonly kind: 'custom'; readonly shift: number }

/** Everything the trader chose. */
export interface Settings {
  /** Ids of the venues switched on. Requests also need the browser's permission. */
  readonly venues: readonly string[]
  readonly sensitivity: SensitivityChoice
  /** Pairs with less turnover in 24 h (USD) stay out of list, badge and notifications; 0: none does. */
  readonly leastTurnoverUsd: number
  /** Quote currencies shown; null: all. */
  readonly quotes: readonly string[] | null
  /** `pairKey`s marked by the trader: always shown, first in the list. */
  readonly watch: readonly string[]
  /** `pairKey`s never shown. */
  readonly ignore: readonly string[]
  readonly notifications: NotificationRules
  /** Up is red (Japan) or green (West); null follows the language. */
  readonly direction: 'japan' | 'western' | null
  readonly theme: 'system' | 'light' | 'dark'
  /** Own currency for prices; null follows the language. */
  readonly currency: 'JPY' | 'USD' | null
  readonly language: 'en' | 'ja' | null
  /** Danger on the pair in view first shows a full-page pause. */
  readonly pause: boolean
  /** Which venues say they do not serve Japan residents: shown once per venue. */
  readonly countryNotice: boolean
  /** Days for which episodes are kept. */
  readonly retentionDays: number
  /** The welcome page has been done. */
  readonly welcomed: boolean
}

/** What a fresh install does. */
export const defaultSettings: Settings = {
  venues: ['binance'],
  sensitivity: { kind: 'balanced' },
  leastTurnoverUsd: 0,
  quotes: null,
  watch: [],
  ignore: [],
  notifications: { least: 'warning', quiet: null, hourlyMost: 12, sound: false, digest: true },
  direction: null,
  theme: 'system',
  currency: null,
  language: null,
  pause: false,
  countryNotice: true,
  retentionDays: 90,
  welcomed: false,
}
