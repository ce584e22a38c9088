import * as v from 'valibot'
import type { Official } from '../market/official.ts'

const finite = v.pipe(v.number(), v.finite())
const text = v.string()

const statement = v.looseObject({
  id: text,
  source: text,
  via: v.picklist(['status', 'announcements']),
  scope: v.picklist(['venue', 'pair', 'asset']),
  what: v.picklist([
    'maintenance',
    'halt',
    'cancel-only',
    'deposit-suspended',
    'withdrawal-suspended',
    'delisting',
    'caution',
    'api-keys',
    'listing',
    'migration',
    'rollback',
    'other',
  ]),
  state: v.picklist(['active', 'over', 'scheduled']),
  assets: v.array(text),
  seenAt: finite,
  endedAt: v.optional(finite),
  begin: v.optional(finite),
  end: v.optional(finite),
  title: v.optional(text),
  url: v.optional(text),
  symbol: v.optional(text),
})
const able = v.nullable(v.boolean())
const pair = { symbol: text, base: text, quote: text }

const official = v.looseObject({
  venue: text,
  looks: v.array(
    v.looseObject({ source: text, what: text, at: v.nullable(finite), reason: v.nullable(text) }),
  ),
  statements: v.array(statement),
  cautions: v.array(statement),
  suspended: v.array(v.looseObject({ asset: text, deposit: able, withdrawal: able, since: finite })),
  impaired: v.array(v.looseObject({ ...pair, state: text, since: finite })),
  lately: v.array(v.looseObject({ ...pair, what: text, at: finite })),
})

/** Guard of the stored value `officials`, as those in sound.ts. */
export const isOfficials = (value: unknown): value is readonly Official[] => v.is(v.array(official), value)
