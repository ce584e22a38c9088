import { parseArgs, type ParseArgsConfig } from 'node:util'
import { nearest } from './nearest.ts'

/** Invalid command line: reported in one line, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type OptionSpec = NonNullable<ParseArgsConfig['options']>

/** The result of `parseArgs`: values by option name, absent ones undefined. */
type ParsedOptions<T extends OptionSpec> = ReturnType<
  typeof parseArgs<{ options: T; strict: true; allowPositionals: true }>
>

/**
 * Parses options with `parseArgs` of `node:util`.
 *
 * @param spec options as parseArgs takes them
 * @param argv arguments without node and script, i.e. `process.argv.slice(2)`
 * @param maxPositionals positional arguments allowed; more is a usage error
 * @returns `values` by option name and the `positionals`
 * @throws UsageError on unknown options, missing values and surplus arguments
 */
export function readOptions<const T extends OptionSpec>(
  spec: T,
  argv: readonly string[],
  maxPositionals = 0,
): ParsedOptions<T> {
  const config = { options: spec, args: [...argv], strict: true, allowPositionals: true } as const
  let parsed: ParsedOptions<T>
  try {
    parsed = parseArgs(config)
  } catch (error) {
    // parseArgs adds advice about `--` to its message, which is confusing behind npm's own `--`.
    const message = error instanceof Error ? error.message.split('. ')[0]! : String(error)
    throw new UsageError(message + optionMeant(message, Object.keys(spec)))
  }
  const surplus = parsed.positionals[maxPositionals]
  if (surplus !== undefined) throw new UsageError(`Unexpected argument '${surplus}'`)
  return parsed
}

/** The option that an unknown one may have meant, as an addition to its message. */
function optionMeant(message: string, options: readonly string[]): string {
  const [, unknown] = /^Unknown option '--([^'=]+)/.exec(message) ?? []
  const meant = unknown === undefined ? undefined : nearest(unknown, options)
  return meant === undefined ? '' : `: did you mean --${meant}?`
}

/**
 * Narrows an option's value to one of several choices.
 *
 * @param option name as typed, e.g. `--stage`
 * @throws UsageError that lists the choices and names the nearest
 */
export function oneOf<const T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === value)
  if (choice === undefined) {
    const meant = nearest(value, choices)
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`
    throw new UsageError(`${option} takes ${choices.join(', ')}: not '${value}'${hint}`)
  }
  return choice
}

/** Prints one line on standard error and ends the process with exit code 2. */
function exitWithUsage(error: UsageError): never {
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}

/** Ends the process in peace where a reader that has seen enough, such as `head`, has closed the pipe. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
}

/** Runs a command. A UsageError ends it with one line and code 2, anything else with a stack and code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  process.stdout.on('error', onOutputError)
  try {
    await main()
  } catch (error) {
    if (error instanceof UsageError) exitWithUsage(error)
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  }
}
