import type { Sign } from './sign.ts'

/** The price rose quickly compared with the pair's usual moves. */
export const returnSign: Sign = {
  name: 'return',
  features: [
    { name: 'r25', tape: false, of: (m) => m.r25 },
    { name: 'r60', tape: false, of: (m) => m.r60 },
    { name: 'r300', tape: false, of: (m) => m.r300 },
    { name: 'aboveMean', tape: false, of: (m) => m.aboveMean },
    { name: 'z60', tape: false, of: (m) => m.r60 / m.sigma },
    { name: 'logSigma', tape: false, of: (m) => Math.log(m.sigma) },
  ],
  evidence(m) {
    // The window with the largest return in relation to the square root of its length.
    const best = [
      { r: m.r25, seconds: 25 },
      { r: m.r60, seconds: 60 },
      { r: m.r300, seconds: 300 },
    ].reduce((a, b) => (b.r / Math.sqrt(b.seconds) > a.r / Math.sqrt(a.seconds) ? b : a))
    if (best.r < 0.01) return null
    const usual = m.sigma * Math.sqrt(best.seconds / 60)
    return {
      sign: 'return',
      value: Math.exp(best.r) - 1,
      unit: 'fraction',
      windowMs: best.seconds * 1000,
      usual,
      at: m.at,
    }
  },
}
