import type { Finding } from './finding.ts'
import type { Gauges } from './given.ts'
import { playSession } from './play-session.ts'
import type { Target, TargetName } from './target.ts'

/** Which messages a run gives. */
export interface FuzzPlan {
  readonly seed: number
  /** Number of the first message to each target; its session begins with an earlier one. */
  readonly first: number
  /** Messages to each target; Infinity: until it is over. */
  readonly messages: number
  /** Whether to end before: asked between two turns. */
  isOver(): boolean
}

export interface FuzzReport {
  readonly messages: number
  readonly findings: readonly Finding[]
}

/** Turns after which memory is warm, and what a run may still hold at its end beyond what it held then. */
const warmTurns = 5
const maxGrowth = { factor: 1.5, bytes: 32e6 } as const
/** Different findings: more say that it is broken, not where. */
const maxFindings = 40

/** Gives each target its messages, in turn, and lists what they did and must never do. */
export async function fuzz(
  targets: readonly Target[],
  { seed, first, messages, isOver }: FuzzPlan,
  gauges: Gauges,
  onTurn: (messages: number, findings: number) => void = () => undefined,
): Promise<FuzzReport> {
  const findings = new Map<string, Finding>()
  const end = first + messages
  const waiting = new Map(targets.map((target) => [target, first - (first % target.sessionLength)]))
  let [given, turns, warmBytes] = [0, 0, Infinity]
  while (waiting.size > 0 && findings.size < maxFindings && !isOver()) {
    for (const [target, begin] of waiting) {
      const until = Math.min(begin + Math.max(target.perTurn, target.sessionLength), end)
      for (let from = begin; from < until; from += target.sessionLength) {
        const plan = { seed, from, until: Math.min(from + target.sessionLength, until) }
        const { messages: played, finding } = await playSession(target, plan, gauges, (what) =>
          findings.has(keyOf(target.name, what)),
        )
        given += played
        if (finding) note(findings, finding)
      }
      if (until < end) waiting.set(target, until)
      else waiting.delete(target)
    }
    if (++turns === warmTurns) warmBytes = gauges.bytesInUse()
    onTurn(given, findings.size)
  }
  const bytes = turns > warmTurns ? gauges.bytesInUse() : 0
  const [target] = targets
  if (target && bytes > warmBytes * maxGrowth.factor + maxGrowth.bytes) {
    const what = `memory grows: ${megabytes(warmBytes)} MB after ${warmTurns} turns, then ${megabytes(bytes)} MB`
    note(findings, { target: target.name, message: given, what, input: 'all messages' })
  }
  return { messages: given, findings: [...findings.values()] }
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6)

/** What findings that differ in their figures alone have in common. */
const keyOf = (target: TargetName, what: string) => `${target} ${what.replace(/-?\d[\d.e+-]*/g, '#')}`

/** Notes a finding, once where others are alike. */
function note(findings: Map<string, Finding>, finding: Omit<Finding, 'times'>): void {
  const key = keyOf(finding.target, finding.what)
  const known = findings.get(key)
  findings.set(key, known ? { ...known, times: known.times + 1 } : { ...finding, times: 1 })
}
