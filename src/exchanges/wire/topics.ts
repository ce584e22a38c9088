import type { Exchange } from '../exchange.ts'
import type { ReadKind } from '../feeds/rest-call.ts'
import { type Fields, type Reader, strange } from './fields.ts'
import { valueAt } from './value-at.ts'

const pattern = (topic: string) =>
  new RegExp(`^${topic.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^.]+')}$`)

/**
 * Says what a message is by the topic it names.
 *
 * @param where the topic in a message, as in `valueAt`
 * @param kinds what each topic brings, first match first; a star stands for a name, of a pair mostly
 * @param brings whether it carries anything: acknowledgements name their topic too
 */
/*#__NO_SIDE_EFFECTS__*/
export function topics(
  where: string,
  kinds: Readonly<Record<string, ReadKind>>,
  brings: (message: Fields) => boolean = () => true,
): Exchange['kindOf'] {
  const named = valueAt(where)
  const known = Object.entries(kinds).map(([topic, kind]) => [pattern(topic), kind] as const)
  return (message) => {
    if (typeof message !== 'object' || message === null) return null
    const topic = named(message as Fields)
    if (typeof topic !== 'string' || !brings(message as Fields)) return null
    return known.find(([shape]) => shape.test(topic))?.[1] ?? null
  }
}

/** The reader, for messages of that kind alone: streams of what is not ours may look the same. */
/*#__NO_SIDE_EFFECTS__*/
export function only(kindOf: Exchange['kindOf'], kind: ReadKind, reader: Reader): Reader {
  return (message, at) => (kindOf(message) === kind ? reader(message, at) : strange())
}

/** Whether a message has its rows in a list under `data`. */
export const hasData = ({ data }: Fields) => Array.isArray(data)
