/** Length of a step of open interest, ms, and the steps that are kept: an hour and the running one. */
export const interestStepMs = 300_000
export const interestSlots = 13
