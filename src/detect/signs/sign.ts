import type { Evidence, SignName } from '../../market/evidence.ts'
import type { Moment } from './moment.ts'

/** One input of the score. */
export interface Feature {
  readonly name: string
  /** Whether it requires the pair's trades. */
  readonly tape: boolean
  /** Always finite. */
  of(moment: Moment): number
}

/** One kind of unusual behaviour: its inputs to the score, and the evidence shown to the trader. */
export interface Sign {
  readonly name: SignName
  readonly features: readonly Feature[]
  /** The present evidence, or null where it is too weak to be shown. */
  evidence(moment: Moment): Evidence | null
}
