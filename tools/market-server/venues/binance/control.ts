import type { BinanceSocket } from './binance-socket.ts'

const methods = ['SUBSCRIBE', 'UNSUBSCRIBE', 'LIST_SUBSCRIPTIONS', 'SET_PROPERTY', 'GET_PROPERTY']
const maxStreams = 1_024

type Id = number | string | null
interface ControlRequest {
  readonly method: string
  readonly params: readonly unknown[]
  readonly id: Id
}

/**
 * Answers one control frame in Binance's format and updates the socket's subscriptions.
 * https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md
 */
export function control(socket: BinanceSocket, text: string): void {
  const order = parseRequest(text)
  if ('error' in order) return socket.connection.send(JSON.stringify(order))
  const { params, id } = order
  const result = (value: unknown): void => socket.connection.send(JSON.stringify({ result: value, id }))
  const error = (code: number, msg: string): void =>
    socket.connection.send(JSON.stringify({ error: { code, msg }, id }))
  const names = params.filter((name) => typeof name === 'string')
  switch (order.method) {
    case 'SUBSCRIBE':
      if (names.length < params.length || names.length === 0)
        return error(2, 'Invalid request: params must be a list of stream names')
      if (new Set([...socket.streams, ...names]).size > maxStreams)
        return socket.connection.close(1008, 'Too many streams')
      for (const name of names) socket.streams.add(name)
      return result(null)
    case 'UNSUBSCRIBE':
      for (const name of names) socket.streams.delete(name)
      return result(null)
    case 'LIST_SUBSCRIPTIONS':
      return result([...socket.streams])
    case 'GET_PROPERTY':
      return params[0] === 'combined' ? result(socket.combined) : error(0, 'Unknown property')
    default:
      if (params[0] !== 'combined') return error(0, 'Unknown property')
      if (typeof params[1] !== 'boolean') return error(1, 'Invalid value type: expected Boolean')
      socket.combined = params[1]
      return result(null)
  }
}

function parseRequest(
  text: string,
): ControlRequest | { readonly error: { code: number; msg: string }; readonly id: Id } {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return refused(3, 'Invalid JSON: expected value at line 1 column 1', null)
  }
  if (typeof body !== 'object' || body === null)
    return refused(2, 'Invalid request: expected an object', null)
  const { method, params = [], id = null } = body as Record<string, unknown>
  const sound =
    id === null ||
    (typeof id === 'number' && Number.isInteger(id)) ||
    (typeof id === 'string' && /^\w{1,36}$/.test(id))
  if (!sound) return refused(2, 'Invalid request: request ID must be an unsigned integer', null)
  const known: Id = id
  if (method === undefined)
    return refused(2, 'Invalid request: missing field `method` at line 1 column 1', known)
  if (typeof method !== 'string' || !methods.includes(method)) {
    const names = methods.map((name) => `\`${name}\``).join(', ')
    return refused(
      2,
      `Invalid request: unknown variant \`${JSON.stringify(method)}\`, expected one of ${names}`,
      known,
    )
  }
  if (!Array.isArray(params)) return refused(2, 'Invalid request: params must be a list', known)
  return { method, params: params as unknown[], id: known }
}

const refused = (code: number, msg: string, id: Id) => ({ error: { code, msg }, id })
