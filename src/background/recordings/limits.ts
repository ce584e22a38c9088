/** A recording of an episode ends at this size, characters: some hours of one coin. */
export const maxChars = 4_000_000
/** Of a pair that is merely suspected so much is kept, characters, and of so long, ms of market time. */
export const maxLeadChars = 200_000
export const maxLeadMs = 600_000
/** So much of all coins of a venue is held in memory, characters: beyond it the longest recording ends. */
export const maxVenueChars = 12_000_000
/** Most coins of one venue that are recorded at once: in a crash all of them move. */
export const maxCoins = 24
/** Most that are begun in one frame, and the move in one frame (fraction) that begins one before the pair is suspected. */
export const maxBegunPerFrame = 8
export const minMove = 0.01
/** Stored recordings are deleted when they are older, ms, and the oldest beyond this size, characters. */
export const keptMs = 7 * 86_400_000
export const maxStoredChars = 32 * 2 ** 20
/** They are pruned every hour, and whenever so much more was stored, characters: a crash everywhere writes it in a minute. */
export const maxUnprunedChars = 2 * 2 ** 20
