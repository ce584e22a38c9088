import type { Deal } from '../market/deals.ts'
import type { Good } from '../market/good.ts'
import type { Shelf } from '../market/shelf.ts'

/**
 * The rhythm of a venue that tells of a pair at most every so often.
 *
 * @param everyMs market time
 * @returns takes the deals of a step; gives the pairs that traded since the last turn if one has come, else none
 */
export function openTurns(shelf: Shelf, everyMs: number): (deals: readonly Deal[]) => readonly Good[] {
  const fresh = new Set<Good>()
  let turn = Math.floor(shelf.now / everyMs)
  return (deals) => {
    for (const { good } of deals) fresh.add(good)
    const now = Math.floor(shelf.now / everyMs)
    if (now === turn) return []
    turn = now
    const due = [...fresh]
    fresh.clear()
    return due
  }
}
