/**
 * How a perpetual contract's prices can stand apart: its last trade from its mark (one market alone is pushed), its
 * mark from its index (the venue's own view), its last trade from the coin on the same exchange's spot market, or from
 * the contracts of the same coin on other exchanges. The number is its place in the columns of gaps.
 */
export const gapKind = { mark: 0, index: 1, spot: 2, peers: 3 } as const

export type GapKind = (typeof gapKind)[keyof typeof gapKind]

export const gapKinds: readonly GapKind[] = Object.values(gapKind)
