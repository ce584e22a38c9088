import { existsSync } from 'node:fs'
import { oneOf, readOptions, UsageError } from '../command-line.ts'
import { scenarioNames } from '../market-server/scenarios.ts'

/** Options of `npm start`. */
export interface StartOptions {
  readonly list: boolean
  readonly live: boolean
  readonly scenario: string
  /** Recorded trade files to replay instead of a scenario. */
  readonly recorded: readonly string[]
  readonly lang: 'en' | 'ja'
  /** Without a window: runs to the end of the scenario, pictures into `out`. */
  readonly once: boolean
  readonly out: string
}

const spec = {
  list: { type: 'boolean' },
  live: { type: 'boolean' },
  scenario: { type: 'string' },
  recorded: { type: 'string' },
  lang: { type: 'string' },
  once: { type: 'boolean' },
  out: { type: 'string' },
} as const

/** Whether a window could be shown. */
function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY)
}

/**
 * Parses the arguments of `npm start`.
 *
 * @throws UsageError on unknown options and scenarios, missing files and options that exclude each other
 */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const { values } = readOptions(spec, argv)
  const { list = false, live = false, scenario, recorded, out } = values
  if ([live, scenario !== undefined, recorded !== undefined].filter(Boolean).length > 1) {
    throw new UsageError('Only one of --live, --scenario and --recorded can be played')
  }
  const files = recorded?.split(',') ?? []
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined) throw new UsageError(`No such file: ${missing}`)
  return {
    list,
    live,
    scenario: oneOf('--scenario', scenario ?? 'sys-incident', scenarioNames),
    recorded: files,
    lang: oneOf('--lang', values.lang ?? 'en', ['en', 'ja']),
    once: values.once ?? (out !== undefined || !hasDisplay()),
    out: out ?? 'out/start',
  }
}
