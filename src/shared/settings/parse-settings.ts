import * as v from 'valibot'
import { tiers } from '../../market/tier.ts'
import { langs } from '../languages.ts'
import { leastRuleMove, maxPairRules, maxRuleMove, maxRulePrice } from './pair-rules.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** First error in a settings value and its path, e.g. `notifications.quiet.from`, `watch.3`. */
export interface SettingsError {
  readonly path: string
  readonly message: 'missing' | 'wrong-type' | 'out-of-range' | 'unknown-value'
}

const { notifications: rules } = defaultSettings

const integerBetween = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))
const numberBetween = (from: number, to: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(from), v.maxValue(to))
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const names = v.pipe(v.array(name), v.maxLength(2000))
const tier = v.picklist(tiers)
const minuteOfDay = integerBetween(0, 1439)

/** Whether the browser knows a time zone of this name. */
function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

const quiet = v.object({
  from: minuteOfDay,
  to: minuteOfDay,
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'unknown-value')),
  dangerExempt: v.boolean(),
})

const notifications = v.object({
  least: v.optional(v.nullable(tier), rules.least),
  quiet: v.optional(v.nullable(quiet), rules.quiet),
  hourlyMost: v.optional(integerBetween(0, 1000), rules.hourlyMost),
  sound: v.optional(v.boolean(), rules.sound),
  digest: v.optional(v.boolean(), rules.digest),
})

/** No price of any coin in any currency is beyond. */
const price = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(maxRulePrice))
const pairRule = v.object({
  pair: name,
  least: v.exactOptional(v.nullable(tier)),
  sound: v.exactOptional(v.boolean()),
  move: v.exactOptional(numberBetween(leastRuleMove, maxRuleMove)),
  above: v.exactOptional(price),
  below: v.exactOptional(price),
})
const pairRules = v.pipe(
  v.array(pairRule),
  v.maxLength(maxPairRules),
  v.check((rules) => new Set(rules.map(({ pair }) => pair)).size === rules.length, 'unknown-value'),
)

const sensitivity = v.variant('kind', [
  v.object({ kind: v.picklist(['quiet', 'balanced', 'sensitive']) }),
  v.object({ kind: v.literal('custom'), shift: numberBetween(-5, 5) }),
])

/** Every field is optional: values stored by an earlier version lack newer fields. */
const schema = v.object({
  venues: v.optional(names, () => [...defaultSettings.venues]),
  perpetuals: v.optional(v.boolean(), defaultSettings.perpetuals),
  chartSites: v.optional(names, () => [...defaultSettings.chartSites]),
  sensitivity: v.optional(sensitivity, defaultSettings.sensitivity),
  leastTurnoverUsd: v.optional(numberBetween(0, 1e12), defaultSettings.leastTurnoverUsd),
  quotes: v.optional(v.nullable(names), null),
  watch: v.optional(names, () => [...defaultSettings.watch]),
  ignore: v.optional(names, () => [...defaultSettings.ignore]),
  notifications: v.optional(notifications, rules),
  pairRules: v.optional(pairRules, () => [...defaultSettings.pairRules]),
  direction: v.optional(v.nullable(v.picklist(['japan', 'western'])), defaultSettings.direction),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), defaultSettings.theme),
  currency: v.optional(v.nullable(v.picklist(['JPY', 'USD'])), defaultSettings.currency),
  language: v.optional(v.nullable(v.picklist(langs)), defaultSettings.language),
  pause: v.optional(v.boolean(), defaultSettings.pause),
  countryNotice: v.optional(v.boolean(), defaultSettings.countryNotice),
  retentionDays: v.optional(integerBetween(1, 3650), defaultSettings.retentionDays),
  welcomed: v.optional(v.boolean(), defaultSettings.welcomed),
})

/** Types of issues that mean an unknown value, if the input is a string. */
const valueIssues = ['picklist', 'literal', 'variant']

function messageOf(issue: v.BaseIssue<unknown>): SettingsError['message'] {
  if (issue.message === 'unknown-value') return issue.message
  if (issue.input === undefined) return 'missing'
  if (issue.kind === 'validation') return 'out-of-range'
  // A variant that is not an object has the wrong type; an object of an unknown kind has an unknown value.
  const isString = typeof issue.input === 'string'
  return valueIssues.includes(issue.type) && isString ? 'unknown-value' : 'wrong-type'
}

/**
 * Parses settings from an untrusted value, e.g. a stored value or an imported file. Unknown fields are dropped,
 * missing ones take their defaults; the first invalid one is reported.
 */
export function parseSettings(
  value: unknown,
): { readonly settings: Settings } | { readonly error: SettingsError } {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return { settings: result.output }
  const [issue] = result.issues
  return { error: { path: v.getDotPath(issue) ?? '', message: messageOf(issue) } }
}
