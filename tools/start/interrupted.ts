/** Resolves at Ctrl-C or a polite kill, so that what was opened can be closed. */
export function interrupted(): Promise<'interrupted'> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done('interrupted'))
  })
}
