import type { Contract } from '../../src/market/contract.ts'
import { ofType } from './main-pair.ts'
import { median } from './median.ts'
import type { Probe } from './probe.ts'

/** Their prices can be compared. */
const dollars: readonly string[] = ['USDT', 'USD', 'USDC']
/** Several others must agree on a price. */
const minOthers = 2
/** How far a price may be from a power of ten times another, to be taken for that: two coins of one name may be, by chance. */
const maxOff = Math.log10(1.05)

interface Quoted {
  readonly probe: Probe
  readonly contract: Contract
  /** Quote per coin, by the multiple that the venue's name of the contract tells. */
  readonly price: number
}

/**
 * Coins that are priced by the thousand somewhere, and whose price at one venue is a power of ten times that at the
 * others: its multiple is another than its name says. Of the tickers of perpetual markets.
 *
 * @param probes without those whose numbers are wrong throughout
 * @returns what is wrong, by the probe that shows it
 */
export function wrongMultiples(probes: readonly Probe[]): ReadonlyMap<Probe, string> {
  const quoted = probes.filter(({ call }) => call === 'tickers').flatMap((probe) => quotedIn(probe, probes))
  const multiplied = new Set(
    quoted.filter(({ contract }) => contract.multiplier !== 1).map(({ contract }) => contract.base),
  )
  const wrong = new Map<Probe, string>()
  for (const { probe, contract, price } of quoted) {
    if (!multiplied.has(contract.base)) continue
    const others = quoted.filter(
      (other) => other.contract.base === contract.base && other.probe.venue !== probe.venue,
    )
    const elsewhere = median(others.map((other) => other.price))
    if (elsewhere === null || others.length < minOthers) continue
    const power = Math.log10(price / elsewhere)
    if (Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < maxOff)
      wrong.set(probe, `the price of ${contract.symbol} is ${10 ** Math.round(power)} times that elsewhere`)
  }
  return wrong
}

function quotedIn(probe: Probe, probes: readonly Probe[]): readonly Quoted[] {
  const lists = probes.filter(({ venue, call }) => venue === probe.venue && call === 'list')
  const contracts = new Map(
    lists.flatMap(({ rows }) => ofType(rows, 'contract').map((each) => [each.symbol, each] as const)),
  )
  return ofType(probe.rows, 'tick').flatMap(({ symbol, last }) => {
    const contract = contracts.get(symbol)
    return contract && dollars.includes(contract.quote) ? [{ probe, contract, price: last }] : []
  })
}
