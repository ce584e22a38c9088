import type { SignName } from '../../../market/evidence.ts'

/** What a venue itself may flag of a contract. */
export const flagNames = [
  'adl-risk',
  'dislocation',
  'extreme-volatility',
] as const satisfies readonly SignName[]

export type FlagName = (typeof flagNames)[number]

/** Since when a flag has been seen, and when last, market time, ms. */
export interface Flag {
  readonly since: number
  readonly seenAt: number
}

/** The flags of one contract; absent: not set. */
export type Flags = Readonly<Partial<Record<FlagName, Flag>>>
