import type { Fields } from './fields.ts'

/**
 * Whether an asset moves over at least one of its chains; null where no chain says so or not.
 *
 * @param chains list of chains as the venue gives it
 * @param key field that speaks of deposits or of withdrawals
 * @param yes the field's value for "open"
 * @param no the field's value for "closed"
 */
export function movable(chains: unknown, key: string, yes: unknown, no: unknown): boolean | null {
  const said = (Array.isArray(chains) ? (chains as Fields[]) : []).map((chain) => chain[key])
  if (said.includes(yes)) return true
  return said.includes(no) ? false : null
}
