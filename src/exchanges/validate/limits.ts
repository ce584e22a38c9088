// The widest values that a venue can mean. What lies beyond them is a broken or a hostile message, and would grow our
// state, our storage or our pages without end, or turn sums into Infinity.

/** Longest symbol, asset, id (UTF-16 units); a longer one is none. Real ones have at most forty. */
export const maxNameLength = 64
/** Error messages and titles are cut to so many UTF-16 units, at a code point; a longer URL is left out. */
export const maxMessageLength = 200
export const maxTitleLength = 500
export const maxUrlLength = 2000

/** Smallest and largest price, quote per base. */
export const minPrice = 1e-18
export const maxPrice = 1e15
/** Largest amount, turnover, number of trades or numeric id. */
export const maxAmount = 1e18

/** Coins that one notice may name. */
export const maxAssets = 100
/** Announcements of one reply that are read: the newest. */
export const maxAnnouncements = 200
/** Rows of one message: the longest real lists have less than half of that. */
export const maxRows = 20_000
/** Trades and candles of one message: a back-fill has 2,000 at most. */
export const maxSeriesRows = 5000

/** The most that funding can be, a fraction of the position per interval: venues cap it at 0.04. */
export const maxFundingRate = 1
/** The most that an order may ask, as a multiple of the mark: venues allow 1.5. */
export const maxBand = 100
/** Hours between fundings: from one to eight at most venues, a day at some. */
export const maxIntervalH = 168
/** Units of the base that a price can be for, and of the base or the quote in one contract. */
export const maxMultiplier = 1e9
export const maxContractSize = 1e12
