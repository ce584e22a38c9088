import { oneOf, readOptions, UsageError } from '../command-line.ts'
import { type TargetName, targetNames } from './target.ts'

/** Options of `npm run fuzz`. */
export interface FuzzOptions {
  readonly seed: number
  /** How long to go on, s; null: until `messages`. */
  readonly seconds: number | null
  /** Messages to each target; Infinity: until the time is up. */
  readonly messages: number
  /** Number of the first message to each target: to replay a finding. */
  readonly first: number
  readonly targets: readonly TargetName[]
  readonly json: boolean
}

const defaultSeconds = 30

/** Parses the command line. @throws UsageError on invalid arguments */
export function readFuzzOptions(argv: readonly string[]): FuzzOptions {
  const { values } = readOptions(
    {
      seed: { type: 'string', default: '1' },
      seconds: { type: 'string' },
      messages: { type: 'string' },
      first: { type: 'string', default: '0' },
      target: { type: 'string', default: 'all' },
      json: { type: 'boolean', default: false },
    },
    argv,
  )
  const messages = values.messages === undefined ? Infinity : whole('--messages', values.messages)
  const ends = values.seconds ?? (messages === Infinity ? String(defaultSeconds) : undefined)
  return {
    seed: whole('--seed', values.seed),
    seconds: ends === undefined ? null : whole('--seconds', ends),
    messages,
    first: whole('--first', values.first),
    targets: values.target === 'all' ? targetNames : [oneOf('--target', values.target, targetNames)],
    json: values.json,
  }
}

function whole(option: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`${option} takes a whole number: not '${text}'`)
  return Number(text)
}
