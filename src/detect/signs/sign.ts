import type { Evidence, SignName } from '../../market/evidence.ts'
import type { Moment } from './moment.ts'

/** One input of the score. */
export interface Feature {
  readonly name: string
  /** Whether it needs the pair's trades. */
  readonly tape: boolean
  /** Always finite. */
  of(moment: Moment): number
}

/** One kind of unusual behaviour: what the score sees of it, and how it is told to the trader. */
export interface Sign {
  readonly name: SignName
  readonly features: readonly Feature[]
  /** The fact as it stands now, or null where it is not worth a line. */
  evidence(moment: Moment): Evidence | null
}
