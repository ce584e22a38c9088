import type { Exchange } from '../exchange.ts'
import type { Fields } from './fields.ts'

/**
 * The refusal of a venue whose every body carries a code: any other than `fine`, of the same type and,
 * where it is text, of digits alone (other bodies use the same name for other things).
 */
/*#__NO_SIDE_EFFECTS__*/
export function codeOtherThan(
  fine: string | number,
  code = 'code',
  message = 'msg',
): NonNullable<Exchange['refusal']> {
  return (payload) => {
    const body = payload as Fields
    const said = body[code]
    const isCode = typeof said === typeof fine && /^\d+$/.test(String(said))
    return isCode && said !== fine ? { message: body[message], code: said } : null
  }
}
