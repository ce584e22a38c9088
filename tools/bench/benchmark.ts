import type { BenchSize } from './bench-size.ts'

/** Something that is measured and has an aim. */
export interface Benchmark {
  readonly id: string
  readonly unit: 'ratio' | 'bytes' | 'ms'
  readonly goal: number
  readonly better: 'lower'
  /** Whether it takes a browser and the built extension. */
  readonly browser?: true
  /** Measures it several times over; one value a round. */
  measure(size: BenchSize): Promise<readonly number[]>
}
