import type { AssetState } from '../../market/row.ts'
import type { Raw } from '../validate/raw-row.ts'
import type { JsonObject } from './json.ts'
import { fieldReader, type WireField } from './wire-field.ts'

/** Where the wire says whether an asset can be deposited and withdrawn. */
interface AssetFields {
  readonly asset: WireField
  /** The list of the asset's chains; absent: the entry is its only chain. */
  readonly chains?: WireField
  /** Flags of a chain. */
  readonly deposit: WireField
  readonly withdrawal: WireField
  /** The flags' values. Absent: `true` and `false`. */
  readonly open?: unknown
  readonly closed?: unknown
}

/** Maps assets. One counts as open that is so over at least one chain; as unknown (null) where no chain says. */
/*#__NO_SIDE_EFFECTS__*/
export function mapAsset(fields: AssetFields): (entry: JsonObject) => Raw<AssetState> {
  const { open = true, closed = false } = fields
  const asset = fieldReader(fields.asset)
  const chainsOf = fieldReader(fields.chains ?? ((entry) => [entry]))
  const flags = { deposit: fieldReader(fields.deposit), withdrawal: fieldReader(fields.withdrawal) }
  return (entry) => {
    const list = chainsOf(entry)
    const chains = Array.isArray(list) ? (list as readonly JsonObject[]) : []
    const isOpen = (flag: keyof typeof flags) => {
      const values = chains.map(flags[flag])
      if (values.includes(open)) return true
      return values.includes(closed) ? false : null
    }
    return {
      type: 'asset',
      asset: asset(entry),
      deposit: isOpen('deposit'),
      withdrawal: isOpen('withdrawal'),
    }
  }
}
