/**
 * Most bytes of one answer or stream frame, unpacked. The largest that any venue sends, Binance's list of pairs, has
 * less than half of it; a body without an end, or a kilobyte that unpacks to a gigabyte, would end the worker.
 */
export const maxMessageBytes = 32 * 1024 * 1024

/** A body or frame is larger than `maxMessageBytes`, or than its reader allows. */
class TooLargeError extends Error {
  constructor() {
    super('too large')
  }
}

/**
 * The UTF-8 text of a body, which is cancelled where it has more than `maxBytes`: nothing of it is kept or received
 * any longer.
 *
 * @throws TooLargeError; or what the body fails with
 */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number = maxMessageBytes,
): Promise<string> {
  if (!body) return ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let bytes = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      // What the cancelling fails with is no news, and it need not end: a socket may hang.
      void reader.cancel().catch(() => undefined)
      throw new TooLargeError()
    }
    text += decoder.decode(value, { stream: true })
  }
}
