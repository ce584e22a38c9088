import type { Good } from '../market/good.ts'
import type { Shelf } from '../market/shelf.ts'

/** What is on the list of a venue whose list knows no states: a pair that was taken out of trade is not. */
export const listed = (shelf: Shelf): readonly Good[] =>
  shelf.goods.filter((good) => shelf.status(good) !== 'HALT')

/** The pairs that have a price. */
export const priced = (goods: readonly Good[]): readonly Good[] => goods.filter(({ tape }) => tape.last > 0)
