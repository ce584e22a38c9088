import type { TargetName } from './target.ts'

/** Something that a message did and must never do. */
export interface Finding {
  readonly target: TargetName
  /** Its number: the same seed and number make the same message. */
  readonly message: number
  readonly what: string
  /** The message as JSON, made as small as possible; cut where it is long. */
  readonly input: string
  /** How often something alike was found. */
  readonly times: number
}

const maxInputChars = 1500

/** A message as text: JSON, where it can be written so. */
export function textOf(input: unknown): string {
  const text = jsonOf(input)
  return text.length > maxInputChars ? `${text.slice(0, maxInputChars)}… (${text.length} characters)` : text
}

function jsonOf(input: unknown): string {
  try {
    return JSON.stringify(input, namedOf) ?? String(input)
  } catch {
    return 'deeper than JSON can be written'
  }
}

/** What JSON lacks, by its name. */
function namedOf(_: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (value instanceof Map) return { Map: [...(value as Map<unknown, unknown>)] }
  if (value instanceof Set) return { Set: [...(value as Set<unknown>)] }
  return ArrayBuffer.isView(value) ? { [value.constructor.name]: [...(value as Uint8Array)] } : value
}
