import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Episode } from '../../../src/market/episode.ts'
import type { Statement } from '../../../src/market/official.ts'
import type { ContractCourse } from '../../../src/shared/contract-course.ts'
import type { Course } from '../../../src/shared/course.ts'
import { chartInputAt, chartInputOf } from '../../../src/details/chart/chart-input.ts'
import { noData, type DetailsData } from '../../../src/details/data/details-data.ts'
import { viewOf, type SubjectView } from '../../../src/details/data/details-view.ts'
import { notRecorded } from '../../../src/details/data/query-result.ts'
import { keyFigures } from '../../../src/details/panels/key-figures.ts'
import { panelOf } from '../../../src/details/panels/panel-of.ts'
import { asKnownAt } from '../../../src/details/replay/as-known-at.ts'
import { momentOf, replaySpan, stepOf } from '../../../src/details/replay/replay-span.ts'
import { timelineEntries } from '../../../src/details/timeline/timeline-rows.ts'
import { detailsWords } from '../../../src/details/words.ts'
import { evidenceLine } from '../../../src/ui/card/evidence-line.ts'
import { headlineOf } from '../../../src/ui/words/episode-words.ts'
import { marketFall, venue } from '../../../tools/examples/made-up.ts'
import {
  candles,
  candlesAnswer,
  course,
  elsewhere,
  history,
  marketNow,
  minute,
  official,
  settled,
  settledAt,
  startedAt,
  statement,
  tape,
} from '../example-incident.ts'

const words = await detailsWords('en')
/** The incident as if it were one of a contract. */
const contract: ContractCourse = {
  samples: Array.from({ length: 60 }, (_, i) => ({
    at: startedAt + i * 5 * minute,
    lastToMark: 0.01 * i,
    markToIndex: 0.02,
    openInterest: 1000 + i,
    longs: 10 * i,
    shorts: 20 * i,
    funding: 0.0001 * i,
  })),
  spacingMs: 5 * minute,
}
const contractCourse: Course = { ...course, contract }
const after = (minutes: number) => startedAt + minutes * minute
const known = <T>(value: T) => ({ kind: 'known', value, at: marketNow }) as const
const statements: readonly Statement[] = [
  statement(),
  statement({
    id: 'status',
    via: 'status',
    what: 'halt',
    begin: after(30),
    seenAt: after(60),
    endedAt: after(200),
    state: 'over',
  }),
]
const incident = (part: Partial<DetailsData> = {}): DetailsData => ({
  ...noData,
  subject: { kind: 'episode', id: settled().id },
  episodes: [settled(), marketFall({ startedAt: after(90), changedAt: after(95), peakAt: after(120) })],
  venues: [venue({ receivedAt: marketNow, marketAt: marketNow })],
  officials: [official(statements)],
  candles: known(candlesAnswer()),
  tape: known(tape),
  elsewhere: known(elsewhere),
  history: known(history),
  course: known(contractCourse),
  ...part,
})
const viewed = (data: DetailsData) => viewOf(data, marketNow) as SubjectView
const at = (moment: number, data = incident()) => asKnownAt(viewed(data), data, moment)

/** Everything that the page says and draws of a moment. */
function shownAt(data: DetailsData, moment: number) {
  const formatPrice = (price: number) => words.format.price(price, 8)
  const panel = { ...panelOf(at(moment, data), words, marketNow), formatPrice }
  const present = { ...panelOf({ view: viewed(data), data }, words, marketNow), formatPrice }
  const { episode } = panel.view
  return {
    view: panel.view,
    statements: panel.statements,
    figures: keyFigures(panel, 'JPY'),
    timeline: timelineEntries(panel),
    headline: episode && headlineOf(words, episode),
    evidence: episode?.evidence.map((each) => evidenceLine(words, each, episode)),
    history: panel.data.history,
    chart: chartInputAt(panel, present, chartInputOf(present)).model,
  }
}

/** The same incident as it is until a moment, and whatever else after it. */
function continuedOtherwise(moment: number, factor: number): DetailsData {
  const isLater = (time: number) => time > moment
  const changed = <T extends { at: number }>(list: readonly T[], change: (each: T) => T) =>
    list.map((each) => (isLater(each.at) ? change(each) : each))
  const own: Episode = settled()
  const episode: Episode = {
    ...own,
    kind: moment < after(97) ? 'pump' : own.kind,
    also: moment < after(97) ? [] : own.also,
    tier: moment < after(97) ? 'warning' : own.tier,
    lastPrice: own.lastPrice * factor,
    confirmed: !own.confirmed,
    probability: 0.1,
    ...(isLater(own.peakAt) && { peakPrice: own.peakPrice * factor, peakAt: own.peakAt + minute }),
    ...(own.strayPrint && isLater(own.strayPrint.at) && { strayPrint: null }),
    evidence: changed(own.evidence, (each) => ({
      ...each,
      value: each.value * factor,
      usual: 0.77,
      count: 9,
    })),
    line: {
      ...own.line,
      values: own.line.values.map((price, i, { length }) =>
        isLater(own.updatedAt - (length - 1 - i) * own.line.stepMs) ? price * factor : price,
      ),
    },
  }
  const otherCourse: Course = {
    ...course,
    steps: changed(course.steps, (step) => ({ ...step, price: step.price * factor, phase: 'fading' })),
    samples: changed(course.samples, (sample) => ({ ...sample, values: { 'venue-gap': factor } })),
    contract: {
      ...contract,
      // The figures of a span hold what came until its end.
      samples: contract.samples.map((sample) =>
        isLater(sample.at + contract.spacingMs) ? { ...sample, lastToMark: factor, shorts: 9e9 } : sample,
      ),
    },
  }
  const otherCandles = candles().map((candle) =>
    candle.at + 5 * minute > moment
      ? { ...candle, high: candle.high * factor * 2, close: candle.close * factor, baseVolume: 7 }
      : candle,
  )
  return incident({
    episodes: [episode, marketFall({ startedAt: after(90), changedAt: after(95), peakAt: after(120) })],
    candles: known({ kind: 'known', intervalMs: 5 * minute, candles: otherCandles }),
    course: known(otherCourse),
    tape: known({ ...tape, trades: 1 }),
    officials: [
      official(
        statements.flatMap((each) => {
          if (isLater(each.seenAt)) return []
          if (each.endedAt === undefined || !isLater(each.endedAt)) return [each]
          return [{ ...each, endedAt: each.endedAt + minute }]
        }),
      ),
    ],
    history: known(
      history.map((past) => ({
        ...past,
        episode: past.episode.id === episode.id ? episode : past.episode,
        outcome: { ...past.outcome, after1h: isLater(after(61)) ? 9 : past.outcome.after1h },
      })),
    ),
  })
}

describe('a replayed moment', () => {
  test('shows nothing that came later: another continuation looks the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: startedAt - minute, max: settledAt - 1 }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (moment, factor) => {
          const before = shownAt(incident(), moment)
          expect(shownAt(continuedOtherwise(moment, factor), moment)).toEqual(before)
          const times = [
            ...before.timeline.map((entry) => entry.at),
            ...before.statements.map((each) => each.at),
            ...(before.view.course?.steps ?? []).map((step) => step.at),
            ...(before.view.episode?.evidence ?? []).map((each) => each.at),
            before.view.last?.at ?? 0,
          ]
          for (const time of times) expect(time).toBeLessThanOrEqual(moment)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('has the tier, phase, kinds, extreme and evidence of then', () => {
    expect(at(after(5)).view.episode).toBeNull()
    const building = at(after(24)).view
    expect(building.episode).toMatchObject({ tier: 'warning', phase: 'building', kind: 'pump', also: [] })
    expect(building.episode?.strayPrint).toBeNull()
    expect(building.episode?.evidence.map(({ sign }) => sign)).toEqual(['venue-gap', 'taker-buys'])
    expect(building.episode?.peakPrice).toBeLessThan(5e-5)
    expect(building.last?.at).toBeGreaterThan(after(24 - 5))
    const danger = at(after(97)).view.episode
    expect(danger).toMatchObject({ tier: 'danger', kind: 'stray-print', strayPrint: { price: 96 } })
    expect(at(after(180)).view.episode).toMatchObject({ phase: 'fading', peakPrice: settled().peakPrice })
    expect(at(after(330)).view.episode).toEqual(viewed(incident()).episode)
  })

  test('has a status from when it was read until it ended, and announcements from their publication', () => {
    const stated = (minutes: number) => at(after(minutes)).data.officials[0]?.statements
    expect(stated(59)).toEqual([])
    expect(stated(60)).toMatchObject([{ id: 'status', state: 'active' }])
    expect(stated(199)?.[0]).not.toHaveProperty('endedAt')
    expect(stated(200)).toMatchObject([{ id: 'status', state: 'over', endedAt: after(200) }])
    expect(stated(333)).toHaveLength(2)
  })

  test('says where no figure of it is recorded', () => {
    const { data, view } = at(after(40), incident({ course: { kind: 'unknown' } }))
    expect([data.tape, data.elsewhere]).toEqual([notRecorded, notRecorded])
    // This page knows the last state alone.
    expect(view).toMatchObject({ episode: null, isCourseComplete: false })
    expect(shownAt(incident(), after(40)).evidence?.[0]?.label).toBe('Against the median of other venues')
  })

  test('of a whole market goes by its course and line', () => {
    const fall = marketFall()
    const middle = fall.updatedAt - 2 * fall.line.stepMs
    const step = { ...course.steps[0]!, at: fall.startedAt, kinds: [fall.kind], price: 1 }
    const data = incident({
      subject: { kind: 'episode', id: fall.id },
      episodes: [{ ...fall, peakAt: fall.updatedAt }],
      course: known({ ...course, steps: [step], samples: [] }),
    })
    const { view } = at(middle, data)
    expect(view).toMatchObject({ last: null, episode: { kind: fall.kind, tier: step.tier } })
    expect(view.episode?.line.values).toEqual(fall.line.values.slice(0, -2))
    expect(view.episode?.lastPrice).toBe(fall.line.values.at(-3))
  })

  test('has the outcomes that were due, and no episode that still ran', () => {
    const outcomes = (minutes: number) => {
      const { history: past } = at(after(minutes)).data
      return past.kind === 'known'
        ? past.value.map(({ outcome: of }) => [of.after15min, of.after1h, of.after24h])
        : []
    }
    expect(outcomes(15)[0]).toEqual([null, null, null])
    expect(outcomes(16)[0]).toEqual([1.171, null, null])
    expect(outcomes(61)[0]).toEqual([1.171, 2.239, null])
  })
})

describe('the moments of a replay', () => {
  test('lead from the start to the end and back, also of what has no end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * 86_400_000 }), fc.nat(), (length, n) => {
        const running = settled({ phase: 'surging', startedAt })
        const span = replaySpan({ episode: running, marketNow: startedAt + length })!
        const step = n % (span.count + 1)
        expect(span.count).toBeLessThanOrEqual(300)
        expect(span.to - span.from).toBeLessThanOrEqual(86_400_000)
        expect([momentOf(span, 0), momentOf(span, span.count)]).toEqual([span.from, span.to])
        expect(stepOf(span, momentOf(span, step))).toBe(step)
      }),
    )
    expect(replaySpan({ episode: null, marketNow })).toBeNull()
    expect(replaySpan({ episode: settled({ startedAt: NaN }), marketNow })).toBeNull()
  })
})
