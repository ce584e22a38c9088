import type { Moment } from './moment.ts'
import type { Sign } from './sign.ts'

/** Of the trades of the last five minutes the share that came in the last one; 0 without any. */
function countShare60({ count60, count300 }: Moment): number {
  return count60 > 0 ? count60 / Math.max(count60, count300) : 0
}

/**
 * How abruptly the trading came: a crowd that was told begins at once, a market warms up.
 * After the volume spikes of La Morgia, Mei, Sassi, Stefa 2020, as a share, so that it needs no usual.
 */
export const abruptnessSign: Sign = {
  name: 'abruptness',
  features: [{ name: 'countShare60', tape: false, of: countShare60 }],
  evidence(m) {
    const share = countShare60(m)
    if (m.count60 < 10 || share < 0.8) return null
    return { sign: 'abruptness', value: share, unit: 'fraction', windowMs: 60_000, at: m.at }
  },
}
