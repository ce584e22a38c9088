import type { Exchange } from '../../src/exchanges/exchange.ts'
import { editReply } from '../drill/faults/calls.ts'
import { editFrame, frameJson, kindOfFrame } from '../drill/network/frame-json.ts'
import { type Line, soundLine } from '../drill/network/line.ts'
import type { Call, Reply } from '../market-server/venues/simulated-venue.ts'
import type { MarketRow } from '../../src/exchanges/perpetual/read-market.ts'
import { renamed, scaled } from './drifted-json.ts'
import type { Verdict } from './judge.ts'
import { placeOf, type Probe, typeIn } from './probe.ts'

/** A change of a venue's wire, as a new version of its interface brings it. */
export interface Drift {
  readonly name: string
  /** One line for people. */
  readonly about: string
  /** How it is reported. */
  readonly verdicts: readonly Verdict[]
  /** Whether a message has what it changes; absent: every one. */
  changes?(probe: Probe): boolean
  /** Absent: a stream cannot have it. */
  frame?(json: string): string
  reply(reply: Reply): Reply
}

const errorBody = JSON.stringify({ fault: { number: 7, text: 'this interface was replaced' } })
const regionPage = '<!doctype html><title>451</title><p>Not available in your country'

const replaced = (body: string, status: number) => (reply: Reply) => ({ ...reply, body, status })

const sizes = ['mark', 'index', 'fundingRate', 'cap', 'openInterest', 'upperLimit', 'lowerLimit'] as const

/** Whether a row has a price, an amount or a rate, or says how large a contract of Bitcoin is. */
const hasSize = (row: MarketRow): boolean => {
  if (row.type === 'contract') return row.base === 'BTC' && row.contractSize !== 1
  // Of a flag that a venue sets on a contract there is nothing to measure.
  if (row.type === 'derivative') return sizes.some((key) => row[key] !== undefined)
  return ['tick', 'trade', 'candle', 'liquidation'].includes(row.type)
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
    changes: ({ rows }) => rows.some(hasSize),
    verdicts: ['unit', 'changed'],
    frame: scaled,
    reply: (reply) => editReply(reply, scaled),
  },
]

/** Whether a drift can be planted at a call: some frames are no JSON, and not every drift can happen to a stream. */
export function canDrift(drift: Drift, probe: Probe): boolean {
  const { venue, connection } = probe
  if (drift.changes?.(probe) === false) return false
  // The frames of MEXC's spot market are protobuf.
  return connection === undefined || (drift.frame !== undefined && venue !== 'mexc')
}

/**
 * The line to a venue whose wire has drifted at one call.
 *
 * @param line what it has besides: a drift at another call
 */
export function driftedLine(exchange: Exchange, drift: Drift, probe: Probe, line: Line = soundLine): Line {
  const { kind, connection } = probe
  if (connection !== undefined)
    return {
      ...line,
      toClient: (frame, venue, send) =>
        line.toClient(frame, venue, (passed) =>
          send(
            frameJson(passed) !== null && kindOfFrame(exchange, passed) === kind
              ? editFrame(passed, drift.frame ?? ((json) => json))
              : passed,
          ),
        ),
    }
  return {
    ...line,
    answer(asked, venue) {
      const reply = line.answer(asked, venue)
      if (reply === null || reply === 'reset') return reply
      return placeAsked(asked) === placeOf(probe) ? drift.reply(reply) : reply
    },
  }
}

const placeAsked = ({ host, path, body }: Call): string =>
  host + path + (body === undefined ? '' : typeIn(JSON.parse(body)))
