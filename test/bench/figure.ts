import type { Size } from './size.ts'

/** Something about the engine that is measured and has an aim. */
export interface Figure {
  readonly id: string
  readonly unit: 'ratio' | 'bytes'
  readonly goal: number
  readonly better: 'lower'
  /** Measures it several times over; one value a round. */
  measure(size: Size): Promise<readonly number[]>
}
