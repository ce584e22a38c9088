import { Broken } from './checks/broken.ts'
import type { Session } from './target.ts'

/** What a run is measured by, so that tests can drive it. */
export interface Gauges {
  /** ms of work. */
  now(): number
  /** Bytes in use after garbage collection. */
  bytesInUse(): number
}

/** What one message did. */
export interface Given {
  /** What it must not have done; null: nothing. */
  readonly wrong: string | null
  /** How long it took, ms, without the check of what came of it. */
  readonly ms: number
}

/** Gives a session one message and checks what came of it. */
export async function give(session: Session, input: unknown, { now }: Gauges): Promise<Given> {
  const begun = now()
  let ms: number | null = null
  try {
    let result = session.run(input)
    if (result instanceof Promise) result = (await result) as unknown
    ms = now() - begun
    session.check(result, input)
    return { wrong: null, ms }
  } catch (error) {
    return { wrong: wordsOf(error), ms: ms ?? now() - begun }
  }
}

/** What was thrown, and by which line of the sources. */
function wordsOf(error: unknown): string {
  if (error instanceof Broken) return error.message
  if (!(error instanceof Error)) return `throws ${String(error)}`
  const [, where = 'somewhere'] = /\/((?:src|tools)\/[^\s)]+)/.exec(error.stack ?? '') ?? []
  return `throws ${error.name}: ${error.message.slice(0, 200)} (${where})`
}
