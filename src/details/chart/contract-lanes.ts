import type { ContractFigures } from '../../market/contract-figures.ts'
import type { SignName } from '../../market/evidence.ts'
import { slotOf, type TimeGrid } from './grid.ts'
import type { Lane } from './lane.ts'

type Figure = Exclude<keyof ContractFigures, 'at'>

/** The sign by which each figure is known to evidence, and its unit here. */
const signs: Readonly<Record<Figure, Pick<Lane, 'unit'> & { readonly sign: SignName }>> = {
  lastToMark: { sign: 'mark-gap', unit: 'fraction' },
  markToIndex: { sign: 'index-gap', unit: 'fraction' },
  openInterest: { sign: 'open-interest', unit: 'base' },
  shorts: { sign: 'shorts-liquidated', unit: 'usd' },
  longs: { sign: 'longs-liquidated', unit: 'usd' },
  funding: { sign: 'funding', unit: 'fraction' },
}

/** Which figures share a pane, from top to bottom. */
const panes: readonly (readonly Figure[])[] = [
  ['lastToMark', 'markToIndex'],
  ['openInterest'],
  ['shorts', 'longs'],
  ['funding'],
]

/** What a venue told of a contract over time: premium, open interest, liquidations, funding. Empty lanes are left out. */
export function contractLanesOf(samples: readonly ContractFigures[], grid: TimeGrid): readonly Lane[] {
  return panes.flatMap((figures) => {
    const [lane, beside] = figures.flatMap((figure) => laneOf(figure, samples, grid) ?? [])
    return lane ? [{ ...lane, ...(beside && { beside }) }] : []
  })
}

function laneOf(figure: Figure, samples: readonly ContractFigures[], grid: TimeGrid): Lane | null {
  const points = Array.from<number | null>({ length: grid.size }).fill(null)
  for (const sample of samples) {
    const slot = slotOf(grid, sample.at)
    const value = sample[figure]
    if (value === null || slot < 0 || slot >= grid.size) continue
    const known = points[slot] ?? null
    // Of what is held the newest of a bar, of what comes and goes the largest.
    const isHeld = figure === 'openInterest' || figure === 'funding'
    points[slot] = isHeld || known === null || Math.abs(value) > Math.abs(known) ? value : known
  }
  // What nobody tells of and what never was look alike: no liquidation at all.
  if (points.every((point) => !point)) return null
  return { ...signs[figure], source: 'contract', count: null, points, usual: null }
}
