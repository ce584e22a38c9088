import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chartModel } from '../../../src/details/chart/model.ts'
import { barsCsv } from '../../../src/details/export/bars-csv.ts'
import { jsonExport } from '../../../src/details/export/json-export.ts'
import { falseAlarmReport } from '../../../src/details/export/false-alarm-report.ts'
import { recordingExport, recordingName } from '../../../src/details/export/recording-export.ts'
import { exportFileName } from '../../../src/details/export/export-file.ts'
import { noData, type DetailsData } from '../../../src/details/data/details-data.ts'
import { viewOf, type SubjectView } from '../../../src/details/data/details-view.ts'
import { detailsWords } from '../../../src/details/words.ts'
import { marketFall, venue } from '../../../tools/examples/made-up.ts'
import { stub } from '../../shared/browser-stub.ts'
import { candles, course, marketNow, minute, settled, startedAt, statement } from '../example-incident.ts'

const now = marketNow
const answer = { kind: 'known', intervalMs: 5 * minute, candles: candles() } as const
const data: DetailsData = {
  ...noData,
  subject: { kind: 'episode', id: settled().id },
  episodes: [settled(), { ...marketFall(), startedAt: startedAt + 90 * minute, updatedAt: marketNow }],
  venues: [venue({ receivedAt: now, marketAt: marketNow })],
  course: { kind: 'known', value: course, at: now },
  candles: { kind: 'known', value: answer, at: now },
}
const view = viewOf(data, now) as SubjectView
const words = await detailsWords('ja')
const statements = [{ statement: statement(), at: startedAt + 333 * minute }]
const panel = {
  view,
  data,
  words,
  formatPrice: String,
  statements,
  checkedAt: null,
  venueName: 'Binance',
  now,
}

describe('CSV export', () => {
  const text = barsCsv(chartModel(view, { ...answer, source: 'venue' }, [], null), 8)
  const [head = [], ...rows] = text
    .slice(1)
    .split('\r\n')
    .map((line) => line.split(','))

  test('has one row per bar, each as long as the header', () => {
    expect(head.slice(0, 6)).toEqual(['time_ms', 'time_utc', 'open', 'high', 'low', 'close'])
    expect(head.slice(-3)).toEqual(['turnover_times', 'venue_gap_fraction', 'taker_buys_fraction'])
    expect(rows.pop()).toEqual([''])
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]))
  })

  test('has plain numbers and UTC times in every language, and empty cells for unknown values', () => {
    const at = head.indexOf('tier')
    const row = rows.find(([, time]) => time === '2018-07-03 20:45:00')
    expect(row?.[at]).toBe('danger')
    expect(Number(row?.[2])).toBeGreaterThan(0.00006)
    const before = rows.find(([, time]) => time === '2018-07-03 18:00:00')
    expect(before?.[at]).toBe('')
    const last = rows.at(-1)
    expect(last?.slice(2, 8).join('')).toBe('')
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/)
  })
})

describe('a spreadsheet', () => {
  const source = { intervalMs: 5 * minute, source: 'venue' } as const
  const tiny = { type: 'candle', open: 1e-8, high: 2e-8, low: 1e-8, close: 1e-8 } as const
  const candles = [0, 1, 2].map((i) => ({ ...tiny, at: startedAt + i * 5 * minute, baseVolume: 1e-7 }))
  const text = barsCsv(chartModel(view, { ...source, candles }, [], null), 8)

  test('knows the file for UTF-8, and takes each cell for what it is', () => {
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const row = text.split('\r\n').find((line) => line.includes('0.00000002'))
    const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`
    expect(row).toMatch(
      new RegExp(`^\\d{13},${time},0.00000001,0.00000002,0.00000001,0.00000001,0.0000001,,`),
    )
    expect(text).not.toMatch(/\de-\d/)
  })
})

describe('JSON export', () => {
  test('survives serialisation, with null for unknown values', () => {
    const read = JSON.parse(JSON.stringify(jsonExport(panel))) as Record<string, unknown>
    expect(read).toMatchObject({
      venue: 'binance',
      pair: { base: 'SYS', quote: 'BTC' },
      tape: null,
      history: null,
    })
    expect(read['episode']).toEqual(settled())
    expect((read['course'] as typeof course).steps).toEqual(course.steps)
    expect(read['candles']).toHaveLength(candles().length)
    const rows = read['timeline'] as { at: number; source: string; text: string }[]
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(rows.filter(({ source }) => source === 'official')).toHaveLength(1)
    expect(rows.map(({ text }) => text)).toContainEqual(
      words.say('timeline.silence', { length: '5時間33分' }),
    )
    expect(rows.some(({ text }) => text.includes(words.say('market.fall')))).toBe(true)
    expect(read['keiho']).toMatchObject({ version: 1, exportedAt: now })
  })
})

describe('export file name', () => {
  test.each([
    [['binance', 'SYS', 'BTC'], 'keiho-binance-SYS-BTC-20180703T1903Z.csv'],
    [['gate', '币安人生', 'USDT'], 'keiho-gate-币安人生-USDT-20180703T1903Z.csv'],
    [['x', '../../etc/passwd', 'a:b*c?"<>|'], 'keiho-x--etc-passwd-a-b-c--20180703T1903Z.csv'],
    [['x', 'S'.repeat(300)], `keiho-x-${'S'.repeat(40)}-20180703T1903Z.csv`],
  ])('of %j', (parts, name) => expect(exportFileName(parts, startedAt + minute / 2, 'csv')).toBe(name))
})

describe('the recording of an episode', () => {
  const name = 'keiho-recording-binance-SYS-BTC-20180703T1903Z.jsonl.gz'

  test('is the lines that the background keeps, as a compressed file', async () => {
    stub.answer = () => ({ answer: ['{"a":1}', '{"b":2}'] })
    const file = await recordingExport(panel)
    expect(file?.name).toBe(name)
    const bytes = new Uint8Array(await file!.content.arrayBuffer())
    expect(gunzipSync(bytes).toString()).toBe('{"a":1}\n{"b":2}\n')
  })

  test('goes with a report that says what is in it, and nothing of the trader', () => {
    const text = falseAlarmReport(panel, recordingName(panel))
    expect(text).toContain(settled().id)
    expect(text).toContain(name)
    expect(text).toContain(words.say('report.instead'))
    expect(falseAlarmReport(panel, null)).toContain(words.say('report.noFile'))
  })
})
