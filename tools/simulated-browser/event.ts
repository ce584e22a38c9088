type Listener<A extends readonly unknown[]> = (...args: A) => unknown

/** One of the browser's events. */
export interface SimulatedEvent<A extends readonly unknown[]> {
  addListener(listener: Listener<A>): void
  removeListener(listener: Listener<A>): void
  hasListener(listener: Listener<A>): boolean
  fire(...args: A): void
}

export function simulatedEvent<A extends readonly unknown[]>(): SimulatedEvent<A> {
  const listeners = new Set<Listener<A>>()
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    hasListener: (listener) => listeners.has(listener),
    fire(...args) {
      for (const listener of [...listeners]) listener(...args)
    },
  }
}
