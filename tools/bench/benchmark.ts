import type { BenchSize } from './bench-size.ts'

/** A measured value with a goal. */
export interface Benchmark {
  readonly id: string
  readonly unit: 'ratio' | 'bytes' | 'ms'
  readonly goal: number
  readonly better: 'lower'
  /** Whether it needs the built extension, mostly in a browser. */
  readonly browser?: true
  /** Measures it several times; one value a round. */
  measure(size: BenchSize): Promise<readonly number[]>
}
