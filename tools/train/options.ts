import { readOptions } from '../command-line.ts'

/** What the caller of `npm run train` asked for. */
export interface TrainOptions {
  /** Folder with the trades of announced pumps. */
  readonly input: string
  /** CSV of all known announcements: what is near one teaches nothing but its beginning. */
  readonly labels: string
  /** Where the model goes. */
  readonly out: string
  /** Where the models go that have not seen a fifth of the coins each. */
  readonly folds: string
}

/** Reads the command line. @throws UsageError on anything that is not understood */
export function readTrainOptions(argv: readonly string[]): TrainOptions {
  const { values } = readOptions(
    {
      input: { type: 'string', default: '../shared/data/pump-trades' },
      labels: { type: 'string', default: '../shared/data/labels/announced-pumps.csv' },
      out: { type: 'string', default: 'src/detect/score/model.json' },
      folds: { type: 'string', default: 'tools/train/folds.json' },
    },
    argv,
  )
  return values
}
