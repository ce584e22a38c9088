import type { QueryMessage } from '../../src/shared/messages/send-query.ts'
import { defaultSettings, type Settings } from '../../src/shared/settings/settings.ts'
import { browser } from '../../src/shared/web-extension.ts'
import { stub } from '../shared/browser-stub.ts'
import { episode, marketFall, marketNow as pumpNow, venue } from '../../tools/examples/made-up.ts'
import {
  candlesAnswer,
  course,
  elsewhere,
  history,
  marketNow,
  official,
  settled,
  statement,
  tape,
} from './example-incident.ts'

// The details page with a stub of the browser API:
// ?lang=en|ja&theme=light|dark&state=full|bare|market|pair|gone|stale
const query = new URLSearchParams(location.search)
const state = query.get('state') ?? 'full'
const settings: Settings = {
  ...defaultSettings,
  language: query.get('lang') === 'ja' ? 'ja' : 'en',
  theme: query.get('theme') === 'dark' ? 'dark' : 'light',
}
const answers: Readonly<Record<string, unknown>> = { course, tape, elsewhere, history }
stub.answer = (message) => {
  const { query } = message as QueryMessage
  if (state === 'full' && query === 'candles') return { answer: candlesAnswer() }
  return state === 'full' && query in answers ? { answer: answers[query] } : undefined
}
const statements = [
  statement({
    id: 'keys',
    what: 'api-keys',
    title: 'API keys of all users are deleted',
    begin: marketNow - 60_000,
  }),
  statement(),
]
const live = venue({
  receivedAt: Date.now() - (state === 'stale' ? 90_000 : 1000),
  marketAt: state === 'full' ? marketNow : pumpNow,
})
await browser.storage.local.set({
  settings,
  episodes: [settled(), episode(), marketFall()],
  venues: [live],
  officials: state === 'full' ? [official(statements)] : [],
})
const subjects: Readonly<Record<string, string>> = {
  full: `episode=${encodeURIComponent(settled().id)}`,
  bare: `episode=${encodeURIComponent(episode().id)}`,
  stale: `episode=${encodeURIComponent(episode().id)}`,
  market: `episode=${encodeURIComponent(marketFall().id)}`,
  pair: `pair=${encodeURIComponent('binance:VIA/BTC')}`,
  gone: 'episode=gone',
}
location.hash = subjects[state] ?? ''
await import('../../src/details/main.ts')
