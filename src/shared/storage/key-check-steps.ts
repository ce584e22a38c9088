/** What to check where API keys may be abused, in this order; each is a text `check.<step>`. */
export const keyCheckSteps = [
  'unused',
  'recreate',
  'address',
  'withdrawal',
  'apps',
  'orders',
  'wait',
] as const

export type KeyCheckStep = (typeof keyCheckSteps)[number]
