import type { Exchange } from '../exchange.ts'
import type { JsonObject } from './json.ts'
import { wordOf } from './word-of.ts'

/**
 * The refusal of an exchange that puts a code in every body: any code but `ok` is one. A code is of the type of
 * `ok` and, as text, of digits alone, for other bodies use the same key for other things.
 */
/*#__NO_SIDE_EFFECTS__*/
export function refusalByCode(
  ok: string | number,
  codeKey = 'code',
  messageKey = 'msg',
): NonNullable<Exchange['refusal']> {
  return (payload) => {
    const body = payload as JsonObject
    const code = body[codeKey]
    const isCode = typeof code === typeof ok && /^\d+$/.test(wordOf(code))
    return isCode && code !== ok ? { message: body[messageKey], code } : null
  }
}

/** The refusal of an exchange whose bodies are bare rows: `{"label":"INVALID_PARAM_VALUE","message":"…"}`. */
export function refusalByLabel(payload: unknown): { code: string; message: string } | null {
  const { label: code, message } = payload as JsonObject
  return typeof code === 'string' && typeof message === 'string' ? { message: message || code, code } : null
}
