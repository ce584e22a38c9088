import { expect, test } from 'vitest'
import {
  alertId,
  earlierIds,
  episodeIdOf,
  isRepeated,
} from '../../../../src/background/output/notifications/alert-id.ts'
import type { SentAlert } from '../../../../src/background/storage/sent-alert.ts'

const episode = 'binance:SYSBTC:pump:1700000000000'
const alert = (part: Partial<SentAlert> = {}): SentAlert => ({
  ...{ episode, tier: 'warning', fell: false, ratio: 1.1, at: 1, way: 'alone' },
  ...part,
})

test('the first notification of an episode has its id, a later one names what it tells', () => {
  const sent = [alert()]
  expect(alertId(alert(), [])).toBe(episode)
  expect(alertId(alert({ tier: 'danger' }), sent)).toBe(`${episode}#danger`)
  expect(alertId(alert({ tier: 'danger', fell: true }), sent)).toBe(`${episode}#danger-turned`)
  for (const id of [episode, `${episode}#danger`, `${episode}#notice-turned`])
    expect(episodeIdOf(id)).toBe(episode)
})

test('it takes the place of those before it', () => {
  const sent = [alert({ tier: 'danger' }), alert(), alert({ episode: 'another' })]
  expect(earlierIds(alert({ fell: true }), sent)).toEqual([
    episode,
    `${episode}#danger`,
    `${episode}#warning`,
  ])
  expect(earlierIds(alert({ episode: 'new' }), sent)).toEqual([])
  expect([isRepeated(alert(), sent), isRepeated(alert({ fell: true }), sent)]).toEqual([true, false])
})
