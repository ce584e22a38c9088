import { type Finding, textOf } from './finding.ts'
import { type Gauges, give } from './given.ts'
import { chanceOf } from './input/chance.ts'
import { shrink } from './shrink.ts'
import type { Session, Target } from './target.ts'

/** No message of less than `maxChars` may take longer, ms. */
const maxMs = 50
const maxChars = 1_000_000
/** A slow message is given so often again, and the fastest time counts: this machine may have other work. */
const retries = 3

/** The messages of one session. */
export interface SessionPlan {
  readonly seed: number
  /** Number of its first message, and of the first message after it. */
  readonly from: number
  readonly until: number
}

/** What a session led to: how many messages it was given, and what was wrong, if anything. */
export interface Played {
  readonly messages: number
  readonly finding: Omit<Finding, 'times'> | null
}

/**
 * Gives a target the messages of one session, until one does what it must not.
 *
 * @param isKnown whether something was found before: its message need not be made smaller
 */
export async function playSession(
  target: Target,
  plan: SessionPlan,
  gauges: Gauges,
  isKnown: (what: string) => boolean,
): Promise<Played> {
  const { from, until } = plan
  const session = openSession(target, plan)
  for (let message = from; message < until; message++) {
    const input = session.generate(chanceFor(target, plan, message))
    const { wrong, ms } = await give(session, input, gauges)
    const messages = message - from + 1
    const found = (what: string, shown: unknown): Played => ({
      messages,
      finding: { target: target.name, message, what, input: textOf(shown) },
    })
    if (wrong !== null) {
      // Without the messages before it, a later one of a session does something else.
      const canShrink = target.sessionLength === 1 && !isKnown(wrong)
      return found(
        wrong,
        canShrink ? await shrink(input, (less) => doesSo(session, less, wrong, gauges)) : input,
      )
    }
    if (ms > maxMs && sizeOf(input) < maxChars) {
      const least = await leastMs(target, { ...plan, until: message + 1 }, gauges)
      if (least > maxMs) return found(`takes ${Math.round(least)} ms`, input)
    }
  }
  return { messages: until - from, finding: null }
}

const chanceFor = ({ name }: Target, { seed }: SessionPlan, message: number) => chanceOf(seed, name, message)

const openSession = (target: Target, { seed, from }: SessionPlan) =>
  target.open(chanceOf(seed, target.name, 'session', from))

async function doesSo(session: Session, input: unknown, wrong: string, gauges: Gauges): Promise<boolean> {
  return (await give(session, input, gauges)).wrong === wrong
}

/** The shortest of some times that the last message of a plan takes, each in a session of its own. */
async function leastMs(target: Target, plan: SessionPlan, gauges: Gauges): Promise<number> {
  let least = Infinity
  for (let i = 0; i < retries && least > maxMs; i++) {
    const session = openSession(target, plan)
    let last = Infinity
    for (let message = plan.from; message < plan.until; message++)
      last = (await give(session, session.generate(chanceFor(target, plan, message)), gauges)).ms
    least = Math.min(least, last)
  }
  return least
}

function sizeOf(input: unknown): number {
  try {
    return typeof input === 'string' ? input.length : JSON.stringify(input).length
  } catch {
    return 0
  }
}
