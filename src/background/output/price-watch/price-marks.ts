import * as v from 'valibot'
import { stored, validEntries } from '../../../shared/storage/stored.ts'
import type { PriceMark } from './price-crossing.ts'

const price = v.pipe(v.number(), v.finite(), v.gtValue(0))
const line = v.object({ price, isBeyond: v.boolean() })
const markSchema = v.object({
  pair: v.string(),
  price,
  at: v.pipe(v.number(), v.finite()),
  above: v.exactOptional(line),
  below: v.exactOptional(line),
})

/** Where the price of each pair with a rule was last told: a new worker neither repeats nor forgets a crossing. */
export const priceMarks = stored<readonly PriceMark[]>(
  'priceMarks',
  validEntries((value): value is PriceMark => v.is(markSchema, value)),
)
