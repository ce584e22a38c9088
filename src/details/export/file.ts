/** A file on its way to the trader. */
export interface File {
  readonly name: string
  readonly content: Blob
}

/**
 * `keiho-binance-SYS-BTC-20180704T0403Z.json`: the pair and the time (ms UTC) the file is about. A name off the
 * wire may hold anything: what a file system could stumble over becomes a line.
 */
export function fileName(parts: readonly string[], at: number, ending: string): string {
  const time = new Date(at).toISOString().slice(0, 16).replace(/[-:]/g, '')
  const plain = parts.map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40))
  return `${['keiho', ...plain, `${time}Z`].join('-')}.${ending}`
}
