import type { Tier } from '../../market/tier.ts'
import type { Lang } from '../languages.ts'

/** Hours of the day during which notifications are held back, e.g. 22:00–07:00 in Asia/Tokyo. */
export interface QuietHours {
  /** Minutes after midnight; `from` may be later than `to`. */
  readonly from: number
  readonly to: number
  /** IANA name of the time zone. */
  readonly timeZone: string
  /** Whether Danger notifies at any hour. */
  readonly dangerExempt: boolean
}

/** When and how desktop notifications are shown. */
export interface NotificationRules {
  /** Lowest tier that notifies; null: none. */
  readonly least: Tier | null
  readonly quiet: QuietHours | null
  /** Maximum number per hour. */
  readonly hourlyMost: number
  readonly sound: boolean
  /** Whether a summary is shown when quiet hours end. */
  readonly digest: boolean
}

/** What a single pair notifies of, where that differs from the rules for all pairs. An absent field: as for all. */
export interface PairRule {
  /** `pairKey`. */
  readonly pair: string
  /** Lowest tier of its episodes that notifies, and whose card may open by itself; null: none. */
  readonly least?: Tier | null
  readonly sound?: boolean
  /** Notifies whenever the price has moved by this fraction, up or down, since it was last told. */
  readonly move?: number
  /** Notifies once the price reaches this, quote per base, from below; again only after it was below. */
  readonly above?: number
  /** The same from above. */
  readonly below?: number
}

/**
 * How easily Keiho warns. `custom` shifts the threshold of every tier by `shift` (log odds): positive values mean
 * fewer warnings.
 */
export type SensitivityChoice =
  | { readonly kind: 'quiet' | 'balanced' | 'sensitive' }
  | { readonly kind: 'custom'; readonly shift: number }

/** All settings of the trader. */
export interface Settings {
  /** Ids of the venues that are switched on. Requests also need the browser's permission. */
  readonly venues: readonly string[]
  /** Whether the perpetual markets of these venues are watched as well. */
  readonly perpetuals: boolean
  /** Ids of the chart sites on whose pages Keiho may run, once the browser permits it. */
  readonly chartSites: readonly string[]
  readonly sensitivity: SensitivityChoice
  /** Minimum turnover in 24 h (USD) for list, badge and notifications; 0: no minimum. */
  readonly leastTurnoverUsd: number
  /** Quote currencies shown; null: all. */
  readonly quotes: readonly string[] | null
  /** Watch list (`pairKey`s): always shown, first in the list. */
  readonly watch: readonly string[]
  /** Ignore list (`pairKey`s): never shown. */
  readonly ignore: readonly string[]
  readonly notifications: NotificationRules
  /** At most one for each pair. */
  readonly pairRules: readonly PairRule[]
  /** Colour of rising prices: red (`japan`) or green (`western`); null follows the language. */
  readonly direction: 'japan' | 'western' | null
  readonly theme: 'system' | 'light' | 'dark'
  /** Currency that prices are converted to; null follows the language. */
  readonly currency: 'JPY' | 'USD' | null
  /** Null: that of the browser. */
  readonly language: Lang | null
  /** Whether Danger on the pair in view covers the page until the trader continues. */
  readonly pause: boolean
  /** Whether notices of how a venue stands in Japan (warned, registered) are shown, once per venue. */
  readonly countryNotice: boolean
  /** Number of days for which episodes are kept. */
  readonly retentionDays: number
  /** Whether the welcome page has been completed. */
  readonly welcomed: boolean
}

/** Settings of a new installation. */
export const defaultSettings: Settings = {
  venues: ['binance'],
  perpetuals: true,
  chartSites: [],
  sensitivity: { kind: 'balanced' },
  leastTurnoverUsd: 0,
  quotes: null,
  watch: [],
  ignore: [],
  notifications: { least: 'warning', quiet: null, hourlyMost: 12, sound: false, digest: true },
  pairRules: [],
  direction: null,
  theme: 'system',
  currency: null,
  language: null,
  pause: false,
  countryNotice: true,
  retentionDays: 90,
  welcomed: false,
}
