import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A proxy that routes every CONNECT, whatever the host, to one local port: Firefox's host-resolver rules. */
export interface Tunnel {
  readonly port: number
  close(): void
}

/** Opens a tunnel to a port of this machine. */
export async function openTunnel(target: number): Promise<Tunnel> {
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // The other end disconnected: nothing to do, and not worth reporting.
    socket.on('error', () => socket.destroy())
  }
  const server = createServer((client) => {
    keep(client)
    client.once('data', () => {
      const far = connect(target, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n')
        client.pipe(far).pipe(client)
      })
      keep(far)
      far.on('close', () => client.destroy())
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
