import { existsSync } from 'node:fs'
import { oneOf, readOptions, UsageError } from '../command-line.ts'
import { scenarioNames } from '../market-server/scenarios.ts'
import { nearest } from '../nearest.ts'

/** Options of `npm start`. */
export interface StartOptions {
  readonly help: boolean
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
  help: { type: 'boolean' },
  list: { type: 'boolean' },
  live: { type: 'boolean' },
  scenario: { type: 'string' },
  recorded: { type: 'string' },
  lang: { type: 'string' },
  once: { type: 'boolean' },
  out: { type: 'string' },
} as const

/** What `--help` prints. */
export const help = `npm start -- [OPTIONS]

Opens Keiho in a real Chromium on a trading page of a simulated exchange, plays a story and says where to look.

  --scenario NAME   the story to play; sys-incident without it
  --list            names the stories
  --recorded FILES  replays recorded trades instead: COIN_…csv.gz, several with a comma between
  --live            the real exchange instead
  --lang en|ja      language of the browser
  --once            without a window: plays to the end, leaves pictures and episodes.json
  --out DIR         where those go, out/start without it; implies --once
  --help            this text`

/** Whether a window could be shown. */
function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY)
}

/** Without `--` npm takes an option for itself and passes on at most its value: the run would be another one. */
function refuseTaken(env: NodeJS.ProcessEnv): void {
  const taken = Object.keys(spec).find((name) => env[`npm_config_${name}`] !== undefined)
  if (taken === undefined) return
  throw new UsageError(
    `npm kept --${taken} for itself: options stand behind --, as in npm start -- --${taken}`,
  )
}

/** A word without an option before it may be the name of a story. */
function refuseWords([word]: readonly string[]): void {
  if (word === undefined) return
  const meant = nearest(word, scenarioNames)
  const hint = meant === undefined ? '--help names the options' : `did you mean --scenario ${meant}?`
  throw new UsageError(`Unexpected argument '${word}': ${hint}`)
}

/**
 * Parses the arguments of `npm start`.
 *
 * @throws UsageError on unknown options and scenarios, missing files, options that exclude each other or that npm
 *   did not pass on
 */
export function readStartOptions(argv: readonly string[], env = process.env): StartOptions {
  refuseTaken(env)
  const { values, positionals } = readOptions(spec, argv, 1)
  refuseWords(positionals)
  const { help = false, list = false, live = false, scenario, recorded, out } = values
  if ([live, scenario !== undefined, recorded !== undefined].filter(Boolean).length > 1) {
    throw new UsageError('Only one of --live, --scenario and --recorded can be played')
  }
  const files = recorded?.split(',') ?? []
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined) throw new UsageError(`No such file: ${missing}`)
  return {
    help,
    list,
    live,
    scenario: oneOf('--scenario', scenario ?? 'sys-incident', scenarioNames),
    recorded: files,
    lang: oneOf('--lang', values.lang ?? 'en', ['en', 'ja']),
    once: values.once ?? (out !== undefined || !hasDisplay()),
    out: out ?? 'out/start',
  }
}
