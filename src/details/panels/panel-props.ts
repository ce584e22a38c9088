import type { DetailsData } from '../data/details-data.ts'
import type { PriceFormatter } from '../price-format.ts'
import type { DatedStatement } from '../timeline/statements.ts'
import type { SubjectView } from '../data/details-view.ts'
import type { DetailsWords } from '../words.ts'

/** What every panel of the page gets. */
export interface PanelProps {
  readonly view: SubjectView
  readonly data: DetailsData
  readonly words: DetailsWords
  readonly formatPrice: PriceFormatter
  /** The venue's statements about the pair, oldest first. */
  readonly statements: readonly DatedStatement[]
  /** When the venue's sources were last read, wall clock (ms); null: never. */
  readonly checkedAt: number | null
  readonly venueName: string
  /** Wall clock (ms). */
  readonly now: number
}
