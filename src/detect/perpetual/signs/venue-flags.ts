import type { Evidence } from '../../../market/evidence.ts'
import { flagAgeMs } from '../../settings.ts'
import { flagNames } from '../flags/flags.ts'
import type { PerpetualData } from '../perpetual-data.ts'

/** The flags that the venue sets on a contract, as far as it has told them lately. @param at market time, ms */
export function flagEvidence({ flags }: PerpetualData, symbol: string, at: number): readonly Evidence[] {
  const known = flags.get(symbol) ?? {}
  return flagNames.flatMap((sign) => {
    const flag = known[sign]
    if (!flag || at - flag.seenAt > flagAgeMs[sign]) return []
    return [{ sign, value: flag.since, unit: 'time', windowMs: 0, at: flag.seenAt }] as const
  })
}
