import { describe, expect, test } from 'vitest'
import {
  fromExtreme,
  headlineOf,
  kindsOf,
  phaseWord,
  spokenText,
} from '../../../src/ui/words/episode-words.ts'
import { evidenceLine } from '../../../src/ui/card/evidence-line.ts'
import type { Evidence } from '../../../src/market/evidence.ts'
import { wordsIn } from '../../../tools/examples/words-in.ts'
import { dump, episode, incident, marketFall, marketNow } from '../../../tools/examples/made-up.ts'

const en = wordsIn('en')
const ja = wordsIn('ja')
const minute = 60_000

const facts: readonly [Omit<Evidence, 'at'>, string, string][] = [
  [
    { sign: 'return', unit: 'fraction', value: 0.38, windowMs: 4 * minute, usual: 0.012 },
    'Price change|+38.0%|usual ±1.2%, 4 min',
    '価格の変化|+38.0%|通常 ±1.2%、4分間',
  ],
  [
    { sign: 'return', unit: 'fraction', value: -0.074, windowMs: 5 * minute },
    'Price change|\u22127.4%|5 min',
    '価格の変化|\u22127.4%|5分間',
  ],
  [
    { sign: 'turnover', unit: 'times', value: 61, windowMs: minute, usual: 1 },
    'Turnover vs usual|61×|1 min',
    '普段と比べた売買代金|61倍|1分間',
  ],
  [
    { sign: 'taker-buys', unit: 'fraction', value: 0.88, windowMs: minute, usual: 0.5 },
    'Taker-buy share|88%|usual 50%, 1 min',
    '成行買いの割合|88%|通常 50%、1分間',
  ],
  [
    { sign: 'abruptness', unit: 'fraction', value: 0.93, windowMs: minute },
    'Share of 5-min trades in the last minute|93%|1 min',
    '5分間の約定のうち直近1分の割合|93%|1分間',
  ],
  [
    { sign: 'rush-orders', unit: 'orders', value: 41, windowMs: 25_000 },
    'Market buys in several fills|41|25 s',
    '複数の約定にまたがる成行買い|41|25秒間',
  ],
  [
    { sign: 'trade-count', unit: 'trades', value: 1_204, windowMs: minute, usual: 8.4 },
    'Trades|1,204|usual 8.4, 1 min',
    '約定件数|1,204|通常 8.4、1分間',
  ],
  [
    { sign: 'breadth', unit: 'fraction', value: 0.94, windowMs: 10 * minute },
    'Pairs moving the same way|94%|10 min',
    '同じ方向に動いた通貨ペア|94%|10分間',
  ],
  [
    { sign: 'median-return', unit: 'fraction', value: -0.102, windowMs: 10 * minute },
    'Median of all pairs|\u221210.2%|10 min',
    '全通貨ペアの中央値|\u221210.2%|10分間',
  ],
  [
    { sign: 'sweep', unit: 'fraction', value: 0.031, windowMs: minute },
    'Price span of one market buy|+3.1%|1 min',
    '1件の成行買いの値幅|+3.1%|1分間',
  ],
  [
    { sign: 'other-venues', unit: 'fraction', value: 0.004, windowMs: 4 * minute, count: 3 },
    'Median move of 3 other venues|+0.4%|4 min',
    '他の3取引所の変化(中央値)|+0.4%|4分間',
  ],
  [
    { sign: 'other-venues', unit: 'fraction', value: 0.004, windowMs: 4 * minute, count: 1 },
    'Move of the one other venue known|+0.4%|4 min',
    '比較できた1取引所の変化|+0.4%|4分間',
  ],
  [
    { sign: 'peer-gap', unit: 'fraction', value: -0.0512, windowMs: 2 * minute, usual: 0.0004 },
    'Perpetual against other exchanges’ perpetuals|−5.12%|usual ±0.04%, 2 min',
    '他取引所の無期限契約との差|−5.12%|通常 ±0.04%、2分間',
  ],
  [
    { sign: 'price-band', unit: 'price', value: 0.0423, windowMs: 45_000 },
    'Last price held at the exchange’s limit|0.0423|45 s',
    '最終価格が取引所の値幅制限に到達|0.0423|45秒間',
  ],
  [
    { sign: 'mark-gap', unit: 'fraction', value: 0.019, windowMs: 2 * minute, usual: 0.0004 },
    'Last price against mark|+1.90%|usual ±0.04%, 2 min',
    '最終価格とマーク価格の差|+1.90%|通常 ±0.04%、2分間',
  ],
  [
    { sign: 'longs-liquidated', unit: 'usd', value: 4.2e6, windowMs: minute, usual: 110_526, count: 41 },
    'Longs liquidated, at least (in 41 of 60 s)|4.2M USD|38× usual, 1 min',
    'ロングの清算、少なくとも(60秒中41秒)|420万米ドル|通常の38倍、1分間',
  ],
  [
    { sign: 'shorts-liquidated', unit: 'usd', value: 150_000, windowMs: minute },
    'Shorts liquidated|150K USD|1 min',
    'ショートの清算|15万米ドル|1分間',
  ],
  [
    { sign: 'open-interest', unit: 'fraction', value: -0.22, windowMs: 15 * minute },
    'Open interest|\u221222.0%|15 min',
    '未決済建玉の変化|\u221222.0%|15分間',
  ],
]
const line = (words: typeof en, evidence: Evidence) => {
  const { label, value, when } = evidenceLine(words, evidence, incident())
  return [label, value, when].join('|')
}

describe('evidence', () => {
  test.each(facts)('%j', (fact, english, japanese) => {
    expect(line(en, { ...fact, at: marketNow })).toBe(english)
    expect(line(ja, { ...fact, at: marketNow })).toBe(japanese)
  })

  test('tells funding to the hundredth of a percent, and how often it is due', () => {
    const of = (sign: Evidence['sign'], unit: Evidence['unit'], value: number) =>
      line(en, { sign, unit, value, windowMs: 0, at: marketNow })
    expect(of('funding-cap', 'fraction', -0.009)).toMatch(/^Funding per 8 h, at its cap\|\u22120\.90%\|/)
    expect(of('funding-interval', 'hours', 1)).toMatch(/^Funding is due more often, every\|1 h\|/)
  })

  test('names how many venues a gap is measured against, and that with one either may be off', () => {
    const gap: Evidence = {
      sign: 'venue-gap',
      unit: 'fraction',
      value: 0.12,
      windowMs: 0,
      at: marketNow,
      count: 3,
    }
    expect(line(en, gap)).toMatch(/^Against the median of 3 other venues\|\+12\.0%\|\d\d:\d\d:\d\d$/)
    expect(line(ja, gap)).toMatch(/^他の3取引所の中央値との差\|\+12\.0%\|/)
    expect(line(en, { ...gap, count: 1 })).toMatch(/^Against the one other venue known \(either may be off\)/)
    expect(line(ja, { ...gap, count: 1 })).toMatch(/^比較できた1取引所との差\(どちらがずれているかは不明\)/)
  })

  test('names when a suspension was first seen', () => {
    const suspended: Evidence = {
      sign: 'suspended',
      unit: 'time',
      value: Date.UTC(2018, 6, 3, 20, 3),
      windowMs: 0,
      at: marketNow,
    }
    expect(line(en, suspended)).toMatch(/^Deposits or withdrawals suspended, first seen\|\d\d:\d\d\|/)
    expect(line(ja, suspended)).toMatch(/^入出金の停止\(確認した時刻\)\|\d\d:\d\d\|/)
  })

  test('names a stray print’s price and its distance from the usual', () => {
    const print: Evidence = {
      sign: 'stray-print',
      unit: 'price',
      value: 96,
      usual: 0.00004305,
      windowMs: 0,
      at: marketNow,
    }
    expect(line(en, print)).toMatch(/^Traded at 96 BTC\|2,230,000× usual\|\d\d:\d\d:38$/)
    expect(line(ja, print)).toMatch(/^96 BTC で約定\|通常の223万倍\|\d\d:\d\d:38$/)
    // Of several prints the farthest is named: its multiple stands beside it, not that of the last.
    expect(line(en, { ...print, value: 60 })).toContain('Traded at 96 BTC|2,230,000× usual|')
    const low = { ...incident().strayPrint!, price: 0.0000004305 }
    const { value } = evidenceLine(en, print, incident({ strayPrint: low }))
    expect(value).toBe('\u221299.0%')
  })

  test('names when the window of an old measurement ended', () => {
    const old: Evidence = {
      sign: 'turnover',
      unit: 'times',
      value: 6.2,
      windowMs: 5 * minute,
      at: marketNow - 2 * minute,
    }
    expect(line(en, old)).toMatch(/\|5 min to \d\d:39$/)
    expect(line(ja, old)).toMatch(/\|\d\d:39 までの5分間$/)
  })

  test('shows a measurement that has no text of its own', () => {
    expect(
      line(en, { sign: 'residual-return', unit: 'times', value: 3, windowMs: minute, at: marketNow }),
    ).toBe('Measured|3×|1 min')
  })
})

describe('words of an episode', () => {
  test('name every kind once, the main one first', () => {
    expect(kindsOf(en, incident())).toBe('Stray print, key-abuse pattern, pump')
    expect(kindsOf(ja, incident())).toBe('異常約定・APIキー悪用型の動き・急騰')
    expect(kindsOf(en, episode({ also: ['pump'] }))).toBe('Pump')
  })

  test('state what was measured, not why', () => {
    expect(headlineOf(en, episode())).toBe('Unusual market activity (cause not confirmed)')
    expect(headlineOf(ja, episode())).toBe('通常と異なる値動きを検知しました(原因は未確認)')
    expect(headlineOf(en, marketFall())).toBe('Most pairs are falling together')
    expect(headlineOf(ja, marketFall({ peakPrice: 1.1 }))).toBe('ほとんどの通貨ペアが同時に上昇しています')
  })

  test('name the reversal of a fall a rebound, that of a rise a fall', () => {
    expect([phaseWord(en, dump(), 'falling'), phaseWord(en, episode(), 'falling')]).toEqual([
      'Rebounding',
      'Falling',
    ])
    expect([phaseWord(ja, dump(), 'falling'), phaseWord(ja, episode(), 'falling')]).toEqual(['反発', '反落'])
  })

  test('measure a fall from its low', () => {
    expect(fromExtreme(en, dump({ lastPrice: 0.00023 }), 'card')).toBe('+2.9% off low')
    expect(fromExtreme(en, dump(), 'card')).toBe('at its low')
    expect(fromExtreme(ja, episode(), 'chip')).toBe('高値比 \u22129.6%')
  })

  test('include a sentence for screen readers', () => {
    expect(spokenText(en, episode(), 'Binance')).toBe(
      'Warning, NAV/BTC, Binance. Unusual market activity (cause not confirmed). Pump, +15.6% since start.',
    )
    expect(spokenText(ja, incident({ also: [] }), 'Binance')).toBe(
      '危険。SYS/BTC、Binance。通常と異なる値動きを検知しました(原因は未確認)。異常約定、開始比 +114.5%。',
    )
  })
})
