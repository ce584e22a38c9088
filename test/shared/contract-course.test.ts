import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContractFigures } from '../../src/market/contract-figures.ts'
import { addFigures, type ContractCourse, joinContractCourses } from '../../src/shared/contract-course.ts'

const start = Date.UTC(2026, 0, 5)
const none = { lastToMark: 0, markToIndex: 0, openInterest: 1e6, longs: 0, shorts: 0, funding: 0.0001 }
const at = (seconds: number, part: Partial<ContractFigures> = {}): ContractFigures => ({
  at: start + seconds * 1000,
  ...none,
  ...part,
})
const courseOf = (figures: readonly ContractFigures[]) =>
  figures.reduce<ContractCourse | undefined>(addFigures, undefined)!
const secondsOf = ({ samples }: ContractCourse) => samples.map((sample) => (sample.at - start) / 1000)

describe('the course of a contract', () => {
  test('has a sample each ten seconds, with the largest of what came and went between them', () => {
    const course = courseOf([
      at(0),
      at(2, { shorts: 900, lastToMark: -0.04, openInterest: 2e6 }),
      at(4, { shorts: 100, lastToMark: 0.01, funding: null }),
      at(10),
    ])
    expect(secondsOf(course)).toEqual([0, 10])
    expect(course.samples[0]).toEqual(at(0, { shorts: 900, lastToMark: -0.04 }))
  })

  test('never goes back in time, and is the same object where nothing is new', () => {
    const course = courseOf([at(0, { shorts: 900 }), at(20)])
    expect(addFigures(course, at(19, { shorts: 9e9 }))).toBe(course)
    expect(addFigures(course, at(22))).toBe(course)
    expect(joinContractCourses(course, course)).toBe(course)
  })

  test('knows what was unknown at first', () => {
    const course = courseOf([at(0, { openInterest: null, longs: null }), at(3, { longs: 0 })])
    expect(course.samples).toEqual([at(0)])
  })

  test('of any length is bounded, spans all of it and keeps its peaks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 0, max: 5999 }), (length, peak) => {
        const figures = Array.from({ length }, (_, i) => at(i * 10, i === peak ? { longs: 5e6 } : {}))
        const course = courseOf(figures)
        expect(course.samples.length).toBeLessThanOrEqual(240)
        expect(course.samples[0]!.at).toBe(start)
        const newest = course.samples.at(-1)!.at
        expect(figures.at(-1)!.at - newest).toBeLessThan(course.spacingMs)
        expect(Math.max(...course.samples.map(({ longs }) => longs!))).toBe(peak < length ? 5e6 : 0)
      }),
      { numRuns: 20 },
    )
  })

  test('is the same joined of its parts as recorded at once', () => {
    const figures = Array.from({ length: 700 }, (_, i) => at(i * 10, { shorts: (i * 7919) % 1000 }))
    let joined: ContractCourse | undefined
    for (let i = 0; i < figures.length; i += 7)
      joined = joinContractCourses(joined, courseOf(figures.slice(i, i + 7)))
    expect(joined).toEqual(courseOf(figures))
  })
})
