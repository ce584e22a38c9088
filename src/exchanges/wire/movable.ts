import type { Fields } from './fields.ts'
import type { RawRow } from '../gate/raw-row.ts'
import { renamed } from './row-mapper.ts'

/** Whether one of these flags says "open"; null where none says so or not. */
function oneOf(said: readonly unknown[], open: unknown, closed: unknown): boolean | null {
  if (said.includes(open)) return true
  return said.includes(closed) ? false : null
}

/**
 * Reads which assets can be moved: one moves that does so over at least one of its chains.
 *
 * @param names as in `renamed`: `asset`, and `chains` where an asset has several; else it is its own only chain
 * @param flags as in `renamed`, of a chain: `deposit` and `withdrawal`
 * @param open the flags' value for "open"
 * @param closed their value for "closed"
 */
/*#__NO_SIDE_EFFECTS__*/
export function movable(
  names: string,
  flags: string,
  open: unknown = true,
  closed: unknown = false,
): (entry: Fields) => RawRow {
  const named = renamed('asset', names)
  const flagged = renamed('asset', flags)
  return (entry) => {
    const { asset, ...row } = named(entry)
    const chains = 'chains' in row ? row['chains'] : [entry]
    const said = (Array.isArray(chains) ? (chains as Fields[]) : []).map((chain) => flagged(chain))
    const isOpen = (key: string) =>
      oneOf(
        said.map((chain) => chain[key]),
        open,
        closed,
      )
    return { type: 'asset', asset, deposit: isOpen('deposit'), withdrawal: isOpen('withdrawal') }
  }
}
