import type { Facts } from './facts.ts'
import type { WritePrice } from './price-words.ts'
import type { Said } from './timeline/statements.ts'
import type { Shown } from './scene.ts'
import type { DetailsWords } from './words.ts'

/** What every part of the page is given. */
export interface Part {
  readonly scene: Shown
  readonly facts: Facts
  readonly words: DetailsWords
  readonly price: WritePrice
  /** What the venue said of the pair, oldest first. */
  readonly said: readonly Said[]
  /** When the venue was last looked at for statements, wall clock, ms; null: never. */
  readonly lookedAt: number | null
  readonly venueName: string
  /** Wall clock, ms. */
  readonly now: number
}
