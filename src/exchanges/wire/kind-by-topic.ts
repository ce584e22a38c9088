import type { Exchange } from '../exchange.ts'
import type { ReadKind } from '../feeds/rest-call.ts'
import type { JsonObject } from './json.ts'
import { rejectPayload } from './list-reader.ts'
import type { Reader } from './reader.ts'
import { fieldReader, type WireField } from './wire-field.ts'

const pattern = (topic: string) =>
  new RegExp(`^${topic.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^.]+')}$`)

/**
 * Tells the kind of a message by its topic.
 *
 * @param topicField where a message names its topic
 * @param kinds kind by topic, first match first; `*` stands for one segment, mostly a symbol
 * @param hasContent whether a message carries data: acknowledgements name their topic too
 */
/*#__NO_SIDE_EFFECTS__*/
export function kindByTopic<K extends string = ReadKind>(
  topicField: WireField,
  kinds: Readonly<Record<string, K>>,
  hasContent: (message: JsonObject) => boolean = () => true,
): (message: unknown) => K | null {
  const topicOf = fieldReader(topicField)
  const patterns = Object.entries(kinds).map(([topic, kind]) => [pattern(topic), kind] as const)
  return (message) => {
    if (typeof message !== 'object' || message === null) return null
    const topic = topicOf(message as JsonObject)
    if (typeof topic !== 'string' || !hasContent(message as JsonObject)) return null
    return patterns.find(([shape]) => shape.test(topic))?.[1] ?? null
  }
}

/** A reader that rejects messages of any other kind: streams of other products may have the same shape. */
/*#__NO_SIDE_EFFECTS__*/
export function ifKind(kindOf: Exchange['kindOf'], kind: ReadKind, reader: Reader): Reader {
  return (message, at) => (kindOf(message) === kind ? reader(message, at) : rejectPayload())
}

/** Whether a message has a list under `data`. */
export const hasDataList = ({ data }: JsonObject) => Array.isArray(data)
