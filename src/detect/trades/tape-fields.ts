/** Seconds kept by a tape, numbers kept per second, and the index of each number. */
export const span = 64
export const fields = 7
export const [TURNOVER, BUY_TURNOVER, COUNT, BUYS, RUSH, RUSH_LEVELS, SWEEP] = [0, 1, 2, 3, 4, 5, 6] as const
