import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'
import { forex } from '../../../src/exchanges/forex.ts'
import { exchangeOf } from '../../../src/exchanges/registry.ts'
import { emptyOfficialState } from '../../../src/exchanges/official/official-state.ts'
import { officialSources } from '../../../src/exchanges/official/poll-source.ts'
import { takeReply } from '../../../src/exchanges/official/take-reply.ts'
import { hasRateLimitCode } from '../../../src/exchanges/validate/has-rate-limit-code.ts'
import { read, type Reading } from '../../../src/exchanges/validate/read.ts'
import type { Official } from '../../../src/market/official.ts'
import { readOfficials } from '../../../src/shared/storage/read-officials.ts'
import { expectThat } from '../checks/broken.ts'
import { nonFiniteIn } from '../checks/non-finite.ts'
import { rowFault } from '../checks/row-fault.ts'
import type { WireMessage } from '../corpus/wire-message.ts'
import { mutateJson } from '../input/mutate-json.ts'
import { oddTexts } from '../input/odd-values.ts'
import type { Target } from '../target.ts'

const receivedAt = Date.UTC(2020, 0, 11, 13, 25)

interface Payload {
  readonly exchange: string
  readonly kind: ReadKind
  readonly payload: unknown
  readonly requested?: string | undefined
}

interface Understood {
  readonly reading: Reading
  readonly officials: readonly Official[]
  readonly answer: unknown
}

/** Every reader of every exchange, and what else looks at a message of the wire. */
export function readers(corpus: readonly WireMessage[]): Target<Payload> {
  return {
    name: 'readers',
    sessionLength: 1,
    perTurn: 400,
    open: () => ({
      generate(chance) {
        const { exchange, kind, payload, requested } = chance.of(corpus)
        const kinds = Object.keys(exchange.readers) as ReadKind[]
        return {
          exchange: exchange.id,
          // Now and then what comes is not what was asked for.
          kind: kind === null || chance.has(0.05) ? chance.of(kinds) : kind,
          payload: mutateJson(payload, chance),
          requested: chance.has(0.03) ? chance.of(oddTexts) : requested,
        }
      },
      run: (input): Understood => {
        const exchange = exchangeOf(input.exchange)!
        const { kind, payload, requested } = input
        hasRateLimitCode(exchange, payload)
        forex.read(payload)
        return {
          reading: read(exchange, kind, payload, receivedAt, requested),
          officials: officialsOf(exchange, input),
          answer: answersTo(exchange, payload),
        }
      },
      check(result) {
        const { reading, officials, answer } = result as Understood
        expectThat(Number.isInteger(reading.dropped) && reading.dropped >= 0, 'no count of dropped rows')
        for (const row of reading.rows) {
          const fault = rowFault(row)
          expectThat(fault === null, `a reader lets through ${fault}`)
        }
        for (const official of officials) {
          expectThat(nonFiniteIn(official) === null, `an official state with ${nonFiniteIn(official)}`)
          const stored = JSON.stringify([official])
          expectThat(
            JSON.stringify(readOfficials(JSON.parse(stored))) === stored,
            'a statement that is not read back',
          )
        }
        expectThat(answer === null || JSON.stringify(answer).length < 1000, 'an answer of any length')
      },
    }),
  }
}

/** What the official sources of this kind make of a reply. */
const officialsOf = (exchange: Exchange, { kind, payload, requested }: Payload): readonly Official[] =>
  officialSources(exchange)
    .filter((source) => source.kind === kind)
    .map((source) => {
      const before = emptyOfficialState(exchange.id)
      return takeReply(exchange, before, source, payload, receivedAt, requested).state.official
    })

/** What sockets ask of each message: its kind, what is to be answered, what it says of subscriptions. */
function answersTo({ kindOf, stream, trades }: Exchange, message: unknown): unknown {
  if (kindOf(message) === 'ws.trades') trades.isSnapshot?.(message)
  for (const call of [stream, trades.stream]) {
    call?.isClosing?.(message)
    call?.subscriptionReply?.(message)
  }
  return trades.stream.heartbeat?.answer?.(message) ?? null
}
