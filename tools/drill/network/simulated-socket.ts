import type { Connection, ConnectionHandler } from '../../market-server/venues/simulated-venue.ts'

/** The server's end of simulated sockets. */
export interface SocketServer {
  /** Null: the connection is refused. */
  connect(url: string, line: Omit<Connection, 'host' | 'path' | 'query'>): ConnectionHandler | null
}

const openingMs = 50

/** A class in place of the browser's WebSocket, without a network: frames take no time, opening takes 50 ms. */
export function simulatedSocket(server: SocketServer): typeof WebSocket {
  class SimulatedSocket extends EventTarget {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readyState = 0
    binaryType = 'blob'
    readonly bufferedAmount = 0
    #talk: ConnectionHandler | null = null
    constructor(readonly url: string) {
      super()
      setTimeout(() => this.#open(), openingMs)
    }
    #open(): void {
      if (this.readyState !== 0) return
      const early: (string | Uint8Array)[] = []
      this.#talk = server.connect(this.url, {
        send: (frame) => (this.readyState === 0 ? void early.push(frame) : this.#receive(frame)),
        ping: () => this.#talk?.pong(),
        close: (code) => this.#end(code),
      })
      if (!this.#talk) return this.#end(1006)
      this.readyState = 1
      this.dispatchEvent(new Event('open'))
      for (const frame of early) this.#receive(frame)
    }
    #receive(frame: string | Uint8Array): void {
      if (this.readyState !== 1) return
      const data = typeof frame === 'string' ? frame : Uint8Array.from(frame).buffer
      this.dispatchEvent(new MessageEvent('message', { data }))
    }
    #end(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      this.#talk?.closed()
      this.dispatchEvent(Object.assign(new Event('close'), { code, reason: '' }))
    }
    send(frame: string): void {
      this.#talk?.message(frame)
    }
    close(): void {
      this.#end(1000)
    }
  }
  return SimulatedSocket as unknown as typeof WebSocket
}
