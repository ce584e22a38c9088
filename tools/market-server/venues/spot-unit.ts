import type { ContractUnit } from './contract-units.ts'

/** The unit of a spot pair, whose prices are of one coin and whose amounts are coins. */
export const spotUnit: ContractUnit = {
  multiplier: 1,
  contractSize: 1,
  priced: (price) => price,
  contracts: (amount) => amount,
}
