// https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#rate-limits
const requestsPerSecond = 100

/**
 * A hundred requests in each calendar second; in the second in which the connection was opened, only the share
 * that is left of it. Hence the documented advice to wait a second after opening.
 */
export function openRequestBudget(wall: () => number): () => boolean {
  const opened = wall()
  let second = Math.floor(opened / 1_000)
  let left = Math.floor((requestsPerSecond * (1_000 - (opened % 1_000))) / 1_000)
  return () => {
    const now = Math.floor(wall() / 1_000)
    if (now !== second) left = requestsPerSecond
    second = now
    left -= 1
    return left >= 0
  }
}
