import { readOptions } from '../command-line.ts'

/** Options of `npm run train`. */
export interface TrainOptions {
  /** Folder with the trades of announced pumps. */
  readonly input: string
  /** CSV of all known announcements: rows near one are used only for its beginning. */
  readonly labels: string
  /** Output file of the model. */
  readonly out: string
  /** Output file of the fold models, each trained without a fifth of the coins. */
  readonly folds: string
}

/** Parses the command line. @throws UsageError on invalid arguments */
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
