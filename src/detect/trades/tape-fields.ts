/** Seconds that a tape keeps, and the numbers of each, by their place. */
export const span = 64
export const fields = 7
export const [TURNOVER, BUY_TURNOVER, COUNT, BUYS, RUSH, RUSH_LEVELS, SWEEP] = [0, 1, 2, 3, 4, 5, 6] as const
