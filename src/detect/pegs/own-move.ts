import type { Evidence } from '../../market/evidence.ts'
import type { Origin } from '../episode/detection.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { pegMoveSince, wasOffPeg } from '../pair/price/peg.ts'
import { minOwnMoveShare, offPegSteps } from '../thresholds.ts'
import { pegEvidence } from './detect-off-peg.ts'

/** What was found of a move, and where that came from. */
interface Found {
  readonly from: Origin
  readonly evidence: readonly Evidence[]
}

/**
 * A coin rises in a dollar that falls, and falls in one that recovers: that is no move of the coin. Of a pair whose
 * quote is or within the hour was off its peg, only what remains of a move without the quote's counts, and it says so.
 *
 * @returns what was found, or null where the quote made it
 */
export function ofItsOwn<T extends Found>(
  { pegs }: Pick<MarketData, 'pegs'>,
  { quote }: PairState,
  price: number,
  found: T | null,
): T | null {
  const peg = found && quote !== null ? pegs.get(quote) : undefined
  if (!found || !peg || !wasOffPeg(peg, offPegSteps[0]!.distance)) return found
  const move = Math.log(price / found.from.price)
  const own = move + pegMoveSince(peg, found.from.at)
  if (own * Math.sign(move) < minOwnMoveShare * Math.abs(move)) return null
  return { ...found, evidence: [...found.evidence, pegEvidence(quote!, peg, 'quote-off-peg')] }
}
