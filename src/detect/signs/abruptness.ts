import type { Moment } from './moment.ts'
import type { Sign } from './sign.ts'

/** Share of the trades of the last five minutes that fell in the last one; 0 without trades. */
function countShare60({ count60, count300 }: Moment): number {
  return count60 > 0 ? count60 / Math.max(count60, count300) : 0
}

/**
 * How abruptly trading began: an announced crowd starts all at once, an ordinary rally builds up. After the volume
 * spikes of La Morgia, Mei, Sassi, Stefa 2020, but as a share, so that no baseline is needed.
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
