import { existsSync } from 'node:fs'
import { readOptions, UsageError } from '../command-line.ts'

/** Options of `npm run mutants`. */
export interface MutantOptions {
  /** Files or folders below src/. */
  readonly paths: readonly string[]
  /** Number of mutants to draw; null tries all. */
  readonly sample: number | null
  readonly seed: number
  readonly json: boolean
}

/** The pure rooms and the background: what tests can hold without a page. */
const defaultPaths = ['src/market', 'src/stats', 'src/exchanges', 'src/detect', 'src/background']

/** Parses the command line. @throws UsageError on invalid arguments */
export function readMutantOptions(argv: readonly string[]): MutantOptions {
  const { values, positionals } = readOptions(
    {
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
    argv,
    Infinity,
  )
  const wrong = positionals.find((path) => !/^(\.\/)?src(\/|$)/.test(path) || !existsSync(path))
  if (wrong !== undefined) throw new UsageError(`PATH is a file or folder in src: not '${wrong}'`)
  return {
    paths: positionals.length > 0 ? positionals.map((path) => path.replace(/^\.\//, '')) : defaultPaths,
    sample: values.sample === undefined ? null : wholeNumber('--sample', values.sample),
    seed: wholeNumber('--seed', values.seed),
    json: values.json,
  }
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${option} takes a whole number: not '${text}'`)
  return Number(text)
}
