import { describe, expect, test } from 'vitest'
import { minutesOf, timeOf } from '../../../src/options/form/time-of-day.ts'
import { timeZones, zoneText } from '../../../src/options/form/time-zones.ts'

const winter = Date.UTC(2026, 0, 15)
const summer = Date.UTC(2026, 6, 15)

describe('time of day', () => {
  test('survives the conversion to a time field and back, for every minute', () => {
    for (let minutes = 0; minutes < 1_440; minutes++) expect(minutesOf(timeOf(minutes))).toBe(minutes)
    expect([timeOf(0), timeOf(1_380)]).toEqual(['00:00', '23:00'])
  })

  test('is null where incomplete', () => {
    expect([minutesOf(''), minutesOf('7')]).toEqual([null, null])
  })
})

describe('time zones', () => {
  test('are shown with their UTC offset, which depends on the date', () => {
    expect(zoneText('Asia/Tokyo', winter)).toBe('Asia/Tokyo, UTC+9')
    expect(zoneText('America/New_York', winter)).toBe('America/New_York, UTC\u22125')
    expect(zoneText('America/New_York', summer)).toBe('America/New_York, UTC\u22124')
    expect(zoneText('UTC', summer)).toBe('UTC')
    expect(zoneText('Nowhere/At_all', summer)).toBe('Nowhere/At_all')
  })

  test('list the chosen one and Tokyo first, each name once', () => {
    const { near, all } = timeZones('Pacific/Auckland')
    expect(near).toEqual(expect.arrayContaining(['Asia/Tokyo', 'UTC', 'Pacific/Auckland']))
    expect(all.length).toBeGreaterThan(300)
    expect(new Set([...near, ...all]).size).toBe(near.length + all.length)
  })
})
