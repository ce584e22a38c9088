import type { Notice, NoticeTopic } from '../market/notice.ts'
import { type Fields, listed } from './fields.ts'
import { number, type RawRow } from './gate.ts'
import { renamed } from './renamed.ts'

/** First match wins: a delisting is announced as one though it also suspends deposits. */
const topics: readonly (readonly [NoticeTopic, RegExp])[] = [
  ['delisting', /delist|removal of|上場廃止|取扱.?廃止|거래지원 ?종료/i],
  ['api-keys', /\bapi.?keys?\b|apiキー/i],
  [
    'withdrawal-suspended',
    /(suspen|paus|halt).*withdraw|withdraw.*(suspen|paus|halt)|出金.*停止|출금.*중단/i,
  ],
  ['deposit-suspended', /(suspen|paus|halt).*deposit|deposit.*(suspen|paus|halt)|入金.*停止|입금.*중단/i],
  ['maintenance', /maintenance|system upgrade|メンテナンス|점검/i],
  ['halt', /(suspen|halt).*trading|trading.*(suspen|halt)|取引.*停止|거래.*중단/i],
  ['caution', /caution|investment warning|유의/i],
  ['listing', /\blists?\b|listing|new[_ -]?crypto|上場|거래지원/i],
]

/** What an announcement is about, by the first of its texts that tells: its title before the venue's category. */
export function topicOf(...texts: readonly unknown[]): NoticeTopic {
  const named = texts.flatMap((text) =>
    topics.filter(([, pattern]) => pattern.test(String(text))).slice(0, 1),
  )
  return named[0]?.[0] ?? 'other'
}

const progress: Readonly<Record<string, Notice['state']>> = {
  scheduled: 'scheduled',
  ongoing: 'active',
  pre_open: 'active',
  completed: 'over',
  canceled: 'over',
}

const planned = renamed('notice', 'title begin end url:href state')

/** A maintenance as Bybit and OKX list it. */
export function maintenance(entry: Fields): RawRow {
  const row = planned(entry, { scope: 'venue', what: 'maintenance' })
  return { ...row, state: progress[String(row.state)] }
}

/** Reads announcements. `names` as in `renamed`: `title`, `url`, `begin`, `end` and `kind`, the venue's category or list of them. */
/*#__NO_SIDE_EFFECTS__*/
export function announcements(names: string): (entry: Fields, at: number) => RawRow {
  const make = renamed('notice', names)
  return (entry, at) => {
    const { kind, ...row } = make(entry)
    const what = topicOf(row['title'], ...listed(kind))
    const state = stateAt(at, number(row['begin']), number(row['end']))
    return { ...row, type: 'notice', scope: 'venue', what, state }
  }
}

/**
 * Whether a venue or a pair is open, where it says so in one word.
 *
 * @param words the venue's words; one that is not among them drops the row
 */
export function openness(
  word: unknown,
  words: Readonly<Record<string, NoticeTopic | 'open'>>,
  more: Fields = {},
): RawRow {
  const what = Object.hasOwn(words, String(word)) ? words[String(word)] : undefined
  const state = what === undefined ? undefined : what === 'open' ? 'over' : 'active'
  return { type: 'notice', scope: 'venue', what: what === 'open' ? 'halt' : what, state, ...more }
}

/**
 * Whether a statement is of now, by the times it names (ms UTC, undefined where it names none).
 *
 * @param at now, ms UTC
 */
export function stateAt(at: number, begin?: number, end?: number): Notice['state'] {
  if (begin !== undefined && begin > at) return 'scheduled'
  return end !== undefined && end < at ? 'over' : 'active'
}
