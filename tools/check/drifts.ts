import type { Exchange } from '../../src/exchanges/exchange.ts'
import { editReply } from '../drill/faults/calls.ts'
import { editFrame, frameJson, kindOfFrame } from '../drill/network/frame-json.ts'
import { type Line, soundLine } from '../drill/network/line.ts'
import type { Reply } from '../market-server/venues/simulated-venue.ts'
import type { Verdict } from './judge.ts'
import type { Probe, ProbedCall } from './probe.ts'

/** A change of a venue's wire, as a new version of its interface brings it. */
export interface Drift {
  readonly name: string
  /** One line for people. */
  readonly about: string
  /** How it is reported. */
  readonly verdicts: readonly Verdict[]
  /** Calls that it changes; absent: all. */
  readonly calls?: readonly ProbedCall[]
  /** Absent: a stream cannot have it. */
  frame?(json: string): string
  reply(reply: Reply): Reply
}

const scale = 1000
const errorBody = JSON.stringify({ fault: { number: 7, text: 'this interface was replaced' } })
const regionPage = '<!doctype html><title>451</title><p>Not available in your country'

const replaced = (body: string, status: number) => (reply: Reply) => ({ ...reply, body, status })

const isScalar = (value: unknown) => typeof value !== 'object' || value === null
/** Rows without names have at least so many values. */
const minValues = 3

/** The JSON text with other names for the fields of its rows; rows without names are empty. */
function renamed(json: string): string {
  const rename = (value: unknown, isElement: boolean): unknown => {
    if (Array.isArray(value))
      return isElement && value.length >= minValues && value.every(isScalar)
        ? []
        : value.map((each) => rename(each, true))
    if (isScalar(value)) return value
    const members = Object.entries(value as object)
    // What holds further objects is an envelope, unless it is one of a list.
    const isRow =
      isElement || members.every(([, one]) => isScalar(one) || (Array.isArray(one) && one.every(isScalar)))
    // Rows by name are a list too.
    const isRecord = members.length >= minValues && members.every(([, one]) => !isScalar(one))
    return Object.fromEntries(
      members.map(([key, one]) => (isRow ? [`${key}_v2`, one] : [key, rename(one, isRecord)])),
    )
  }
  return JSON.stringify(rename(JSON.parse(json), false))
}

/** The JSON text with every number of a row that is neither a time nor a whole number times a thousand. */
function scaled(json: string): string {
  const isTime = (value: number) => value > 1e9
  const text = (value: number) => value.toFixed(12).replace(/\.?0+$/, '')
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]))
    const number = typeof value === 'string' && /^\d+\.\d+$/.test(value) ? Number(value) : value
    if (typeof number !== 'number' || Number.isInteger(number) || isTime(number)) return value
    return typeof value === 'string' ? text(number * scale) : number * scale
  }
  return JSON.stringify(change(JSON.parse(json)))
}

/** Every change that can be planted. */
export const drifts: readonly Drift[] = [
  {
    name: 'renamed-field',
    about: 'the fields of the rows have other names',
    verdicts: ['changed', 'refused', 'silent'],
    frame: renamed,
    reply: (reply) => editReply(reply, renamed),
  },
  {
    name: 'moved-path',
    about: 'nothing is at the old address',
    verdicts: ['moved'],
    reply: replaced('{"code":404}', 404),
  },
  {
    name: 'error-body',
    about: 'an error of a shape that nobody knows, with HTTP 200',
    verdicts: ['changed', 'refused', 'silent'],
    frame: () => errorBody,
    reply: replaced(errorBody, 200),
  },
  {
    name: 'region-block',
    about: 'HTTP 451 and a page',
    verdicts: ['region'],
    reply: replaced(regionPage, 451),
  },
  {
    name: 'changed-unit',
    about: 'prices and amounts in thousandths',
    calls: ['tickers', 'ticker stream', 'trades', 'trade stream', 'candles'],
    verdicts: ['unit', 'changed'],
    frame: scaled,
    reply: (reply) => editReply(reply, scaled),
  },
]

const placeOf = (url: string) => {
  const { host, pathname } = new URL(url)
  return host + pathname
}

/** Whether a drift can be planted at a call: some frames are no JSON, and not every drift can happen to a stream. */
export function canDrift({ frame, calls }: Drift, { call, venue }: Probe): boolean {
  if (calls?.includes(call) === false) return false
  // MEXC's frames are protobuf.
  return !call.endsWith('stream') || (frame !== undefined && venue !== 'mexc')
}

/** The line to a venue whose wire has drifted at one call. */
export function driftedLine(exchange: Exchange, drift: Drift, { call, kind, url }: Probe): Line {
  if (call.endsWith('stream'))
    return {
      ...soundLine,
      toClient: (frame, _, send) =>
        send(
          frameJson(frame) !== null && kindOfFrame(exchange, frame) === kind
            ? editFrame(frame, drift.frame ?? ((json) => json))
            : frame,
        ),
    }
  return {
    ...soundLine,
    answer(asked, venue) {
      const reply = venue.answer(asked)
      return asked.host + asked.path === placeOf(url) ? drift.reply(reply) : reply
    },
  }
}
