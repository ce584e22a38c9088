/** Shows progress on a terminal; does nothing where standard error is none. */
export function showProgress(done: number, of: number, stream = process.stderr): void {
  if (!stream.isTTY) return
  stream.write(done < of ? `\r${done} of ${of} recordings replayed` : '\r\u001b[K')
}
