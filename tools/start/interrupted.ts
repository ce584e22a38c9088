/** Resolves on SIGINT or SIGTERM, so that everything opened can be closed. */
export function interrupted(): Promise<'interrupted'> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done('interrupted'))
  })
}
