import { tiers } from '../market/tier.ts'
import { langs } from '../shared/languages.ts'
import { defaultSettings, type PairRule, type Settings } from '../shared/settings/settings.ts'
import { leastRuleMove, maxPairRules, maxRuleMove, maxRulePrice } from '../shared/settings/pair-rules.ts'
import type { Stored } from '../shared/storage/stored.ts'
import { synced } from '../shared/storage/synced.ts'

/** The settings that a banner heeds. */
export type ShownSettings = Pick<
  Settings,
  | 'venues'
  | 'perpetuals'
  | 'chartSites'
  | 'watch'
  | 'ignore'
  | 'quotes'
  | 'leastTurnoverUsd'
  | 'pairRules'
  | 'pause'
  | 'countryNotice'
  | 'theme'
  | 'direction'
  | 'currency'
  | 'language'
>

type Check = (value: unknown) => boolean

const isBoolean: Check = (value) => typeof value === 'boolean'
const isName: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 100
const areNames: Check = (value) => Array.isArray(value) && value.length <= 2000 && value.every(isName)
const isAmount: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1e12
const oneOf =
  <T>(...values: readonly T[]): Check =>
  (value) =>
    values.includes(value as T)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)

const isBetween =
  (from: number, to: number): Check =>
  (value) =>
    typeof value === 'number' && value >= from && value <= to
const isRulePrice = isBetween(Number.MIN_VALUE, maxRulePrice)
const ruleChecks: Readonly<Record<keyof PairRule, Check>> = {
  pair: isName,
  least: orNull(oneOf(...tiers)),
  sound: isBoolean,
  move: isBetween(leastRuleMove, maxRuleMove),
  above: isRulePrice,
  below: isRulePrice,
}
const isPairRule: Check = (rule) =>
  typeof rule === 'object' &&
  rule !== null &&
  Object.entries(ruleChecks).every(([field, isSound]) => {
    const isOptional = field !== 'pair' && !(field in rule)
    return isOptional || isSound((rule as Record<string, unknown>)[field])
  })

/** One damaged rule invalidates all, as it does for the other pages. */
const arePairRules: Check = (value) =>
  Array.isArray(value) &&
  value.length <= maxPairRules &&
  value.every(isPairRule) &&
  new Set(value.map(({ pair }: { pair: string }) => pair)).size === value.length

const checks: Readonly<Record<keyof ShownSettings, Check>> = {
  venues: areNames,
  perpetuals: isBoolean,
  chartSites: areNames,
  watch: areNames,
  ignore: areNames,
  quotes: orNull(areNames),
  leastTurnoverUsd: isAmount,
  pairRules: arePairRules,
  pause: isBoolean,
  countryNotice: isBoolean,
  theme: oneOf<Settings['theme']>('system', 'light', 'dark'),
  direction: oneOf<Settings['direction']>('japan', 'western', null),
  currency: oneOf<Settings['currency']>('JPY', 'USD', null),
  language: oneOf<Settings['language']>(...langs, null),
}

/**
 * The settings that a banner heeds, read as `settings` reads them: an invalid field takes its default. Without the
 * library that also says what is wrong in an imported file: what reads them is loaded on every trading page.
 */
export const shownSettings: Stored<ShownSettings> = synced('settings', (value) => {
  const stored: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const sound = Object.entries(checks).filter(([field, isSound]) => isSound(stored[field]))
  return { ...defaultSettings, ...Object.fromEntries(sound.map(([field]) => [field, stored[field]])) }
})
