import type { Sign } from './sign.ts'

/** One buy order that was filled at several price levels. */
export const sweepSign: Sign = {
  name: 'sweep',
  features: [{ name: 'sweep25', tape: true, of: (m) => m.tape25.sweep }],
  evidence(m) {
    const rise = Math.exp(m.tape25.sweep) - 1
    if (rise < 0.01) return null
    return { sign: 'sweep', value: rise, unit: 'fraction', windowMs: 0, at: m.at }
  },
}
