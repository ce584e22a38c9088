import { isoText } from '../../ui/words/times.ts'

/** A file to be saved. */
export interface ExportFile {
  readonly name: string
  readonly content: Blob
}

/**
 * A file name such as `keiho-binance-SYS-BTC-20180704T0403Z.json`. Names of coins come from venues and may contain
 * anything: all characters but letters and digits become hyphens.
 *
 * @param at the time the file is about (ms UTC)
 */
export function exportFileName(parts: readonly string[], at: number, extension: string): string {
  const time = isoText(at).slice(0, 16).replace(/[-:]/g, '')
  const plain = parts.map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40))
  return `${['keiho', ...plain, `${time}Z`].join('-')}.${extension}`
}
