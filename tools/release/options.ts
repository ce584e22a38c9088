import { readOptions, UsageError } from '../command-line.ts'

export const usage = `npm run release [-- --dry] [--skip-tests]

Checks a version and makes all that its stores want, in artifacts/release-VERSION. It publishes nothing, and ends
with what only a person can do.

  --dry         works on a tree and changelog that are not ready, says what is not, and makes no tag
  --skip-tests  takes the tests for passed (with --dry alone); by default their last result counts if it is of
                this commit, else they are run
  --help        this text

Ends with 0 where all is ready (--dry: where all that a command does is), 1 where something is not, 2 after a
wrong option.
`

export interface ReleaseOptions {
  readonly dry: boolean
  readonly skipTests: boolean
  readonly help: boolean
}

/**
 * Reads the command line.
 *
 * @throws UsageError on a wrong option
 */
export function readReleaseOptions(argv: readonly string[]): ReleaseOptions {
  const spec = {
    dry: { type: 'boolean' },
    'skip-tests': { type: 'boolean' },
    help: { type: 'boolean' },
  } as const
  const { dry = false, 'skip-tests': skipTests = false, help = false } = readOptions(spec, argv).values
  if (skipTests && !dry)
    throw new UsageError('--skip-tests goes with --dry alone: what is published was tested')
  return { dry, skipTests, help }
}
