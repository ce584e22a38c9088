import { readOptions, UsageError } from '../command-line.ts'

export const usage = `npm run release [-- --dry] [--skip-tests] [--skip-pictures]

Checks a version and makes all that its stores want, in artifacts/release-VERSION. It publishes nothing, and ends
with what only a person can do.

  --dry         works on a tree and changelog that are not ready, says what is not, and makes no tag
  --skip-tests  takes the tests for passed (with --dry alone); by default their last result counts if it is of
                this commit, else they are run
  --skip-pictures
                leaves out the pictures for the stores (with --dry alone)
  --help        this text

Ends with 0 where all is ready (--dry: where all that a command does is), 1 where something is not, 2 after a
wrong option.
`

export interface ReleaseOptions {
  readonly dry: boolean
  readonly skipTests: boolean
  readonly skipPictures: boolean
  readonly help: boolean
}

/**
 * Reads the command line.
 *
 * @throws UsageError on a wrong option
 */
export function readReleaseOptions(argv: readonly string[]): ReleaseOptions {
  const flag = { type: 'boolean', default: false } as const
  const spec = { dry: flag, 'skip-tests': flag, 'skip-pictures': flag, help: flag }
  const { dry, help, ...skips } = readOptions(spec, argv).values
  const { 'skip-tests': skipTests, 'skip-pictures': skipPictures } = skips
  if (!dry && (skipTests || skipPictures))
    throw new UsageError('--skip-tests and --skip-pictures go with --dry alone: what is published is whole')
  return { dry, skipTests, skipPictures, help }
}
