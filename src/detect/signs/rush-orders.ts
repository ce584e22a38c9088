import type { Sign } from './sign.ts'

/**
 * Market buys with several fills at once: buyers in a hurry. The strongest single sign of an announced pump.
 * Source: La Morgia, Mei, Sassi, Stefa 2020, "Pump and Dumps in the Bitcoin Era".
 */
export const rushOrdersSign: Sign = {
  name: 'rush-orders',
  features: [
    { name: 'rush25', tape: true, of: (m) => Math.log1p(m.tape25.rush) },
    { name: 'rush60', tape: true, of: (m) => Math.log1p(m.tape60.rush) },
    { name: 'rushLevels25', tape: true, of: (m) => Math.log1p(m.tape25.rushLevels) },
  ],
  evidence(m) {
    if (m.tape25.rush < 5) return null
    return { sign: 'rush-orders', value: m.tape25.rush, unit: 'orders', windowMs: 25_000, at: m.at }
  },
}
