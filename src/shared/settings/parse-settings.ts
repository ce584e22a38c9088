import * as v from 'valibot'
import { tiers } from '../../market/tier.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** What is wrong with a value that should be settings, and where: `notifications.quiet.from`, `watch.3`. */
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

/** Whether the browser knows a time zone by this name. */
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

const sensitivity = v.variant('kind', [
  v.object({ kind: v.picklist(['quiet', 'balanced', 'sensitive']) }),
  v.object({ kind: v.literal('custom'), shift: numberBetween(-5, 5) }),
])

const by = defaultSettings
/** Every field may be missing, as a later version's field is in what an earlier one stored. */
const shape = v.object({
  venues: v.optional(names, () => [...by.venues]),
  sensitivity: v.optional(sensitivity, by.sensitivity),
  leastTurnoverUsd: v.optional(numberBetween(0, 1e12), by.leastTurnoverUsd),
  quotes: v.optional(v.nullable(names), null),
  watch: v.optional(names, () => [...by.watch]),
  ignore: v.optional(names, () => [...by.ignore]),
  notifications: v.optional(notifications, rules),
  direction: v.optional(v.nullable(v.picklist(['japan', 'western'])), by.direction),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), by.theme),
  currency: v.optional(v.nullable(v.picklist(['JPY', 'USD'])), by.currency),
  language: v.optional(v.nullable(v.picklist(['en', 'ja'])), by.language),
  pause: v.optional(v.boolean(), by.pause),
  countryNotice: v.optional(v.boolean(), by.countryNotice),
  retentionDays: v.optional(integerBetween(1, 3650), by.retentionDays),
  welcomed: v.optional(v.boolean(), by.welcomed),
})

const valueIssues = ['picklist', 'literal', 'variant']

function messageOf(issue: v.BaseIssue<unknown>): SettingsError['message'] {
  if (issue.message === 'unknown-value') return issue.message
  if (issue.input === undefined) return 'missing'
  if (issue.kind === 'validation') return 'out-of-range'
  // A variant that is no object at all is of another type; one of a kind we do not know is another value.
  const isWord = typeof issue.input === 'string'
  return valueIssues.includes(issue.type) && isWord ? 'unknown-value' : 'wrong-type'
}

/**
 * Settings out of anything: a stored value, an imported file. Fields that we do not know are dropped, those that
 * are missing take their defaults; the first that is wrong is named.
 */
export function parseSettings(
  value: unknown,
): { readonly settings: Settings } | { readonly error: SettingsError } {
  const result = v.safeParse(shape, value, { abortEarly: true })
  if (result.success) return { settings: result.output }
  const [issue] = result.issues
  return { error: { path: v.getDotPath(issue) ?? '', message: messageOf(issue) } }
}
