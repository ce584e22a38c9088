/** A perpetual contract as it stands now. Prices are quote per base. */
export interface ContractQuote {
  readonly venue: string
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly price: number
  /** The price of its coin on spot markets, as the venue weighs them: it says which coin that is. */
  readonly index: number
}
