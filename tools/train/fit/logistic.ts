import type { Monotone } from './growth.ts'
import type { TrainingTable } from './boost.ts'

/** Log odds as a weighted sum of features. */
export interface LogisticModel {
  readonly bias: number
  /** One per feature, in the feature's own unit. */
  readonly slopes: readonly number[]
}

const maxRounds = 25
const tolerance = 1e-6

/**
 * Logistic regression with a ridge on standardised features, by Newton's method. A slope against its feature's
 * direction is set to 0 and the rest is fitted again, until none is left.
 * Reference: Hastie, Tibshirani, Friedman, "The Elements of Statistical Learning", 4.4.1 and 3.4.1.
 * Cost: rounds × rows × features².
 *
 * @param ridge penalty on the squared standardised slopes, in units of row weight
 */
export function logistic(table: TrainingTable, directions: Monotone, ridge: number): LogisticModel {
  const scales = table.columns.map(scaleOf)
  let used = table.columns.map((_, feature) => feature)
  for (;;) {
    const line = newton(table, scales, used, ridge)
    const wrong = used.filter((feature) => line.slopes[feature]! * directions[feature]! < 0)
    if (wrong.length === 0) return line
    used = used.filter((feature) => !wrong.includes(feature))
  }
}

interface Scale {
  readonly mean: number
  readonly deviation: number
}

function scaleOf(column: Float32Array): Scale {
  let sum = 0
  let squares = 0
  for (const value of column) {
    sum += value
    squares += value * value
  }
  const mean = sum / column.length
  // A constant feature has no effect: any scale will do.
  return { mean, deviation: Math.sqrt(Math.max(0, squares / column.length - mean * mean)) || 1 }
}

function newton(
  table: TrainingTable,
  scales: readonly Scale[],
  used: readonly number[],
  ridge: number,
): LogisticModel {
  const { columns, label, weight } = table
  const size = used.length + 1
  const beta = new Float64Array(size)
  const x = new Float64Array(size)
  x[0] = 1
  for (let round = 0; round < maxRounds; round++) {
    const equations = Array.from({ length: size }, () => new Float64Array(size + 1))
    for (let row = 0; row < label.length; row++) {
      let z = beta[0]!
      for (let k = 1; k < size; k++) {
        const feature = used[k - 1]!
        x[k] = (columns[feature]![row]! - scales[feature]!.mean) / scales[feature]!.deviation
        z += beta[k]! * x[k]!
      }
      const p = 1 / (1 + Math.exp(-z))
      const error = weight[row]! * (label[row]! - p)
      const curvature = weight[row]! * p * (1 - p)
      for (let i = 0; i < size; i++) {
        const equation = equations[i]!
        equation[size]! += error * x[i]!
        for (let j = 0; j < size; j++) equation[j]! += curvature * x[i]! * x[j]!
      }
    }
    for (let k = 1; k < size; k++) {
      equations[k]![k]! += ridge
      equations[k]![size]! -= ridge * beta[k]!
    }
    const step = solve(equations)
    for (let k = 0; k < size; k++) beta[k]! += step[k]!
    if (step.every((each) => Math.abs(each) < tolerance)) break
  }
  const slopes = columns.map(() => 0)
  let bias = beta[0]!
  used.forEach((feature, k) => {
    const { mean, deviation } = scales[feature]!
    slopes[feature] = beta[k + 1]! / deviation
    bias -= (beta[k + 1]! * mean) / deviation
  })
  return { bias, slopes }
}

/** Solves linear equations by Gauss–Jordan elimination with pivoting; the last column is the right side. */
function solve(equations: Float64Array[]): number[] {
  const size = equations.length
  for (let i = 0; i < size; i++) {
    let pivot = i
    for (let k = i + 1; k < size; k++) {
      if (Math.abs(equations[k]![i]!) > Math.abs(equations[pivot]![i]!)) pivot = k
    }
    ;[equations[i], equations[pivot]] = [equations[pivot]!, equations[i]!]
    const row = equations[i]!
    for (let k = 0; k < size; k++) {
      const factor = k === i ? 0 : equations[k]![i]! / row[i]!
      if (factor !== 0) for (let j = i; j <= size; j++) equations[k]![j]! -= factor * row[j]!
    }
  }
  return equations.map((equation, i) => equation[size]! / equation[i]!)
}
