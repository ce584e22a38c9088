import type { Notice, NoticeTopic } from '../../../src/market/notice.ts'

/** A title with its meaning as labelled by a person. */
export interface LabelledTitle {
  readonly title: string
  readonly what: NoticeTopic
  readonly assets: readonly string[]
  /** Something has ended or works again. */
  readonly over: boolean
  readonly market: Notice['market']
  /** It is about a coin or its network, whether it names the ticker or not. */
  readonly isOfAsset: boolean
}

/**
 * Parses a table with one title per line: `title | topic [over] [margin | derivatives] [asset] | tickers`. A title
 * must not contain a bar.
 */
export function labelled(table: string): readonly LabelledTitle[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [title = '', label = '', named = ''] = line.split(' | ')
      const [what, ...marks] = label.split(' ')
      const assets = named.split(' ').filter(Boolean)
      return {
        title,
        what: what as NoticeTopic,
        assets,
        over: marks.includes('over'),
        market: marks.includes('margin')
          ? 'margin'
          : marks.includes('derivatives')
            ? 'derivatives'
            : undefined,
        isOfAsset: assets.length > 0 || marks.includes('asset'),
      }
    })
}
