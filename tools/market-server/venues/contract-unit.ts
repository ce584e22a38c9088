/** How a venue counts the prices and amounts of one contract: made of quote per base, and of units of the base. */
export interface ContractUnit {
  /** Units of the base that a price is for: 1000 of 1000PEPE. */
  readonly multiplier: number
  /** Of one contract, in units that the price is for. */
  readonly size: number
  price(value: number): number
  amount(value: number): number
  /** Contracts, not rounded: a fraction of one would be none. */
  contracts(value: number): number
}

/** The unit of a contract; absent, both are 1. */
export function contractUnit(multiplier = 1, size = 1): ContractUnit {
  const amount = (value: number): number => value / multiplier
  return {
    multiplier,
    size,
    price: (value) => value * multiplier,
    amount,
    contracts: (value) => amount(value) / size,
  }
}
