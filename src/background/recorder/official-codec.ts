import type { OfficialStatus } from '../../detect/cases/official-status.ts'
import type { SaidText } from './frame.ts'
import type { Reading, Writing } from './pair-codec.ts'

// A venue repeats its word once a minute: the same text is told once.

/** What a venue said, as `readSaid` reads it. */
export function writeSaid({ to, memory, venue }: Writing, said: OfficialStatus): void {
  const text = textOf(said)
  const isKnown = memory.said.get(venue) === text
  to.text(isKnown ? '' : text)
  memory.said.set(venue, text)
}

/** What a venue said; of what it repeats, what it said before. */
export function readSaid({ from, memory, venue }: Reading): OfficialStatus {
  const text = from.text() || (memory.said.get(venue) ?? '')
  memory.said.set(venue, text)
  const { closed, halted, suspended, young, changing } = JSON.parse(text) as SaidText
  return {
    closed,
    halted: new Set(halted),
    suspended: new Map(suspended),
    young: new Set(young),
    changing: new Set(changing),
  }
}

/** A venue's word as text: the same text for the same word. */
export function textOf({ closed, halted, suspended, young, changing }: OfficialStatus): string {
  const text: SaidText = {
    closed,
    halted: [...halted],
    suspended: [...suspended],
    young: [...young],
    changing: [...changing],
  }
  return JSON.stringify(text)
}
