import type { OfficialStatus } from '../../detect/cases/official-status.ts'
import type { StatusJson } from './frame.ts'
import type { FrameInput, FrameOutput } from './pair-codec.ts'

// A venue's status is taken twice a minute: one that did not change is written as an empty text.

export function writeOfficialStatus({ writer, state, venue }: FrameOutput, status: OfficialStatus): void {
  const json = statusJsonOf(status)
  const isKnown = state.statuses.get(venue) === json
  writer.text(isKnown ? '' : json)
  state.statuses.set(venue, json)
}

/** Reads what `writeOfficialStatus` wrote. */
export function readOfficialStatus({ reader, state, venue }: FrameInput): OfficialStatus {
  const json = reader.text() || (state.statuses.get(venue) ?? '')
  state.statuses.set(venue, json)
  const { closed, halted, suspended, young, changing } = JSON.parse(json) as StatusJson
  return {
    closed,
    halted: new Set(halted),
    suspended: new Map(suspended),
    young: new Set(young),
    changing: new Set(changing),
  }
}

/** A status as JSON: the same text for the same status. */
export function statusJsonOf({ closed, halted, suspended, young, changing }: OfficialStatus): string {
  const json: StatusJson = {
    closed,
    halted: [...halted],
    suspended: [...suspended],
    young: [...young],
    changing: [...changing],
  }
  return JSON.stringify(json)
}
