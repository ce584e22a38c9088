const encoder = new TextEncoder()

/**
 * An answer that is there at once, with what the background reads of one: the process's own makes its body a stream of
 * several objects and turns, which took a fifth of the time of a long run.
 *
 * @param headers by their names in lower case
 */
export function promptResponse(
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): Response {
  const end = { done: true, value: undefined } as const
  let left = encoder.encode(text)
  const read = () => {
    const value = left
    left = left.subarray(left.length)
    return Promise.resolve(value.length > 0 ? { done: false, value } : end)
  }
  const cancel = () => {
    left = left.subarray(left.length)
    return Promise.resolve()
  }
  const answer = {
    url: '',
    redirected: false,
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name: string) => headers[name] ?? null },
    body: { cancel, getReader: () => ({ read, cancel }) },
  }
  return answer as unknown as Response
}
