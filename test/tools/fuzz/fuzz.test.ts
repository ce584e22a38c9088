import { describe, expect, test } from 'vitest'
import { Broken } from '../../../tools/fuzz/checks/broken.ts'
import { fuzz, type FuzzPlan } from '../../../tools/fuzz/fuzz.ts'
import type { Session, Target } from '../../../tools/fuzz/target.ts'

// Targets of the test's own, with faults that are known.

const plan: FuzzPlan = { seed: 7, first: 0, messages: 400, isOver: () => false }
const gauges = { now: () => 0, bytesInUse: () => 1 }

interface Message {
  readonly n: number
  readonly more: readonly number[]
}

const planted = (part: Partial<Session<Message>>, sessionLength = 1): Target<Message> => ({
  name: 'titles',
  sessionLength,
  perTurn: 100,
  open: () => ({
    generate: (chance) => ({ n: chance.below(100), more: [1, 2, 3] }),
    run: ({ n }) => n,
    check: () => undefined,
    ...part,
  }),
})

test('a sound target is given every message and has no finding', async () => {
  expect(await fuzz([planted({}), planted({})], plan, gauges)).toEqual({ messages: 800, findings: [] })
})

describe('a finding', () => {
  const throwsAt = (n: number) => {
    throw new TypeError(`no ${n}`)
  }

  test('is what a message throws: told once, with the smallest message that does so', async () => {
    const target = planted({ run: ({ n }) => n > 50 && throwsAt(3) })
    const { findings } = await fuzz([target], plan, gauges)
    expect(findings).toHaveLength(1)
    expect(findings[0]!.what).toContain('throws TypeError: no 3')
    expect(findings[0]!.times).toBeGreaterThan(100)
    expect(JSON.parse(findings[0]!.input)).toEqual({ n: expect.any(Number) as number })
  })

  test('is what a promise rejects with', async () => {
    const target = planted({
      run: ({ n }) => (n > 90 ? Promise.reject(new Error('late')) : Promise.resolve(n)),
    })
    expect((await fuzz([target], plan, gauges)).findings[0]!.what).toContain('late')
  })

  test('is what the check of a result says', async () => {
    const check = (result: unknown) => {
      if (result === 42) throw new Broken('it is 42')
    }
    expect((await fuzz([planted({ check })], plan, gauges)).findings).toMatchObject([{ what: 'it is 42' }])
  })

  test('is made again by its seed and number alone', async () => {
    const target = planted({ run: ({ n }) => n === 77 && throwsAt(n) })
    const [found] = (await fuzz([target], plan, gauges)).findings
    const again = await fuzz([target], { ...plan, first: found!.message, messages: 1 }, gauges)
    expect(again).toEqual({ messages: 1, findings: [{ ...found, times: 1 }] })
  })

  test('is made again with the messages of its session that came before', async () => {
    const sums = (): Target<Message> => ({
      ...planted({}),
      sessionLength: 10,
      open() {
        let sum = 0
        const run = ({ n }: Message) => (sum += n) > 600 && throwsAt(sum)
        return { ...planted({}).open({} as never), run }
      },
    })
    const [found] = (await fuzz([sums()], plan, gauges)).findings
    const again = await fuzz([sums()], { ...plan, first: found!.message, messages: 1 }, gauges)
    expect(again.findings).toMatchObject([{ message: found!.message, what: found!.what }])
  })
})

describe('a slow message', () => {
  /** Every reading of the clock is `ms` after the one before, for the first `times` messages. */
  const clock = (ms: number, times = Infinity) => {
    let [now, reads] = [0, 0]
    return { ...gauges, now: () => (reads++ < 2 * times ? (now += ms) : now) }
  }

  test('is a finding where it is slow each time', async () => {
    const { findings } = await fuzz([planted({})], { ...plan, messages: 1 }, clock(60))
    expect(findings).toMatchObject([{ what: 'takes 60 ms' }])
  })

  test('is none where it was slow once: the machine had other work', async () => {
    expect((await fuzz([planted({})], { ...plan, messages: 1 }, clock(60, 1))).findings).toEqual([])
  })

  test('is none where it has a million characters', async () => {
    const generate = () => ({ n: 1, more: Array.from({ length: 250_000 }, () => 100) })
    expect((await fuzz([planted({ generate })], { ...plan, messages: 1 }, clock(60))).findings).toEqual([])
  })
})

test('memory that grows is a finding', async () => {
  let bytes = 0
  const growing = { ...gauges, bytesInUse: () => (bytes += 100e6) }
  const { findings } = await fuzz([planted({})], { ...plan, messages: 2000 }, growing)
  expect(findings).toMatchObject([{ what: 'memory grows: 100 MB after 5 turns, then 200 MB' }])
})

test('it ends when its time is over', async () => {
  let turns = 0
  const { messages } = await fuzz(
    [planted({})],
    { ...plan, messages: Infinity, isOver: () => turns++ >= 3 },
    gauges,
  )
  expect(messages).toBe(300)
})
