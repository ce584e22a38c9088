import { oneOf, readOptions } from '../command-line.ts'
import type { Figure } from './figure.ts'
import { figures } from './figures.ts'

/** What the caller of `npm run bench` asked for. */
export interface Options {
  readonly figures: readonly Figure[]
  readonly json: boolean
}

/** Reads the command line. @throws UsageError on anything that is not understood */
export function options(argv: readonly string[]): Options {
  const { values } = readOptions(
    { only: { type: 'string' }, json: { type: 'boolean', default: false } },
    argv,
  )
  if (values.only === undefined) return { figures, json: values.json }
  const ids = figures.map(({ id }) => id)
  const only = oneOf('--only', values.only, ids)
  return { figures: figures.filter(({ id }) => id === only), json: values.json }
}
